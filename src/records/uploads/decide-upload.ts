import { z } from 'zod';
import { reasonSchema } from '@/accounts/profile/profile-fields';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { sealPersonText } from '@/vault/person-texts';
import { deleteContent } from './delete-content';
import { moveUpload } from './move-upload';

/** What an administrator decides. */
export const uploadDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('reject'), reason: reasonSchema }),
]);

/**
 * Approves or rejects a checked file. A rejected one is deleted; its patient reads why. Of two administrators at once one
 * is refused.
 * @throws AppError not-found; wrong-state when it is not waiting for a decision
 */
export async function decideUpload(
  actor: Actor,
  uploadId: string,
  input: z.infer<typeof uploadDecision>,
): Promise<void> {
  const upload = await database().upload.findUnique({ where: { id: uploadId } });
  if (upload === null) throw new AppError('not-found');
  const { accountId } = upload;
  const isApproval = input.decision === 'approve';
  await inTransaction(async (tx) => {
    const decided = { decidedById: actor.accountId, decidedAt: await databaseNow(tx) };
    if (input.decision === 'approve') {
      await moveUpload(tx, uploadId, 'approve', 'admin', decided);
    } else {
      const place = `upload/${uploadId}/reason` as const;
      await moveUpload(tx, uploadId, 'reject', 'admin', {
        ...decided,
        sealedReason: await sealPersonText(tx, accountId, place, input.reason),
        // Nothing opens it from now on; the objects are deleted next, or by the sweep of what no row names.
        ...{ wrappedKey: null, bytes: 0, objectAddress: null, contentHash: null },
        ...{ previewAddress: null, previewHash: null },
      });
    }
    await notify(tx, {
      accountId,
      kind: isApproval ? 'upload-approved' : 'upload-rejected',
      once: `upload-decided:${uploadId}`,
    });
    appendAuditEvent(tx, {
      action: isApproval ? 'upload.approved' : 'upload.rejected',
      ...{ actorKind: 'ACCOUNT', actorId: actor.accountId },
      ...{ subjectId: accountId, details: { uploadId } },
    });
  });
  // Decided already: the store may be away.
  if (!isApproval) await deleteContent(upload).catch(() => undefined);
}
