import { z } from 'zod';
import type { Actor } from '@/accounts/actor';
import { inTransaction } from '@/platform/database';
import { composeDocument } from './compose-document';
import { lockWrittenReport } from './lock-written-report';
import { renderInThread } from './pdf/render-in-thread';
import { requireDraft } from './save-draft';
import { timeZoneSchema } from '@/platform/time-zone';

/** In which zone the PDF prints times. */
export const previewInput = z.object({ timeZone: timeZoneSchema });

/**
 * The PDF of what is saved now, as it would be forwarded, marked as a preview. Nothing is kept.
 * @throws AppError not-found, wrong-state, invalid-input, undrawable-character, server-busy
 */
export async function previewReport(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof previewInput>,
): Promise<Uint8Array> {
  const document = await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, null);
    return composeDocument(tx, report, { timeZone: input.timeZone, preview: true });
  });
  return renderInThread(document);
}
