import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { openPersonKey } from '@/vault/person-key';
import { openParts } from '@/vault/sealed-parts';
import { nameOfFile, unwrapExportKey } from './export-file';

/** A copy that is being downloaded. */
interface OpenedExport {
  fileName: string;
  bytes: number;
  content: AsyncGenerator<Uint8Array>;
}

/**
 * Notes that a person is about to download their copy, and mails them: it holds everything that they have here.
 * @throws AppError not-found for all others and when its day is over; proof-needed
 */
export async function beginDownload(actor: Actor, exportId: string): Promise<void> {
  await requireReady(actor, exportId);
  await inTransaction(async (tx) => {
    await queueSecurityNotice(tx, actor, { kind: 'export-downloaded' });
    appendAuditEvent(tx, {
      action: 'export.downloaded',
      relation: 'owner',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
    });
  });
}

/**
 * Opens a person's copy, a part at a time. Only with the proof that `beginDownload` asked for.
 * @throws AppError not-found, proof-needed, store-unavailable, object-altered
 */
export async function openExport(actor: Actor, exportId: string): Promise<OpenedExport> {
  const ready = await requireReady(actor, exportId);
  const { parts, bytes, wrappedKey, requestedAt } = ready;
  const row = await database().personKey.findUnique({ where: { accountId: ready.accountId } });
  if (parts === null || bytes === null || wrappedKey === null || row === null) {
    throw new AppError('not-found');
  }
  const key = unwrapExportKey(wrappedKey, openPersonKey(row), ready);
  return {
    fileName: `MedAnchor-${requestedAt.toISOString().slice(0, 10)}.zip`,
    bytes: Number(bytes),
    content: await begun(openParts({ name: nameOfFile(ready), key }, parts)),
  };
}

async function requireReady(actor: Actor, exportId: string) {
  requirePatient(actor);
  await requireFreshProof(actor);
  const ready = await database().recordsExport.findFirst({
    where: {
      ...{ id: exportId, accountId: actor.accountId, state: 'READY' },
      expiresAt: { gt: await databaseNow() },
    },
  });
  if (ready === null) throw new AppError('not-found');
  return ready;
}

/** Reads the first part now, so that a store that is away is answered and not met in the middle of a file. */
async function begun(source: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const first = await source.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* source;
  })();
}
