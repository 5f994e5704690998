import { hexlify } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Grant } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';
import type { PermissionsSetEvent, ReportAddedEvent } from '@/registry/chain/chain-events';
import { permissionEnds } from '@/sharing/grants/permission-ends';

/**
 * Applies a confirmed list of viewers to the grants, by tag: a grant is active when the list contains it and removed
 * when it does not, whichever attempt proposed it. New viewers get a mail with their link. Called by the follower
 * inside its transaction; idempotent.
 */
export async function applyPermissions(
  tx: Transaction,
  event: ReportAddedEvent | PermissionsSetEvent,
): Promise<void> {
  const reportId = await findReport(tx, event.contentHash);
  if (reportId === null) return;
  const ends = permissionEnds(event.permissions);
  const grants = await tx.grant.findMany({ where: { reportId } });
  const changes = { added: 0, changed: 0, removed: 0 };
  for (const grant of grants) {
    const end = ends.get(hexlify(grant.tag));
    if (end === undefined) {
      if (grant.state === 'REMOVED') continue;
      if (grant.state === 'ACTIVE') changes.removed += 1;
      const data = { state: 'REMOVED', removedAt: event.blockTime } as const;
      await tx.grant.update({ where: { id: grant.id }, data });
    } else if (grant.state !== 'ACTIVE') {
      changes.added += 1;
      await activate(tx, grant, end, event.blockHash);
    } else if (grant.expiresAt?.getTime() !== end?.getTime()) {
      changes.changed += 1;
      await tx.grant.update({ where: { id: grant.id }, data: { expiresAt: end } });
    }
  }
  if (event.name === 'ReportAdded' || Object.values(changes).every((count) => count === 0)) return;
  appendAuditEvent(tx, {
    action: 'permissions.changed',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    reportId,
    details: { ...changes, block: event.block, transactionHash: event.transactionHash },
  });
}

/** The report, while its owner on the chain is one of the patient's wallets. */
async function findReport(
  tx: Transaction,
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const indexed = await tx.chainReport.findUnique({ where: { contentHash } });
  if (indexed === null) return null;
  const report = await tx.report.findFirst({
    where: { contentHash, patient: { wallets: { some: { address: indexed.owner } } } },
    select: { id: true },
  });
  return report?.id ?? null;
}

async function activate(
  tx: Transaction,
  { id }: Grant,
  expiresAt: Date | null,
  blockHash: string,
): Promise<void> {
  await tx.grant.update({
    where: { id },
    data: { state: 'ACTIVE', expiresAt, removedAt: null },
  });
  // With the block's hash, because a reorganisation can cancel a mail that was not sent yet.
  const dedupeKey = `mail-guest-link:${id}:${blockHash}`;
  await enqueueJob(tx, 'mail-guest-link', { grantId: id }, { dedupeKey });
}
