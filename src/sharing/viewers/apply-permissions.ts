import { hexlify } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { enqueueMany } from '@/jobs/enqueue-many';
import type { Transaction } from '@/platform/database/database';
import type { PermissionsSetEvent, ReportAddedEvent } from '@/registry/chain/chain-events';
import { permissionEnds } from '@/sharing/grants/permission-ends';

/**
 * Applies confirmed lists of viewers to the grants, by tag: a grant is active when the list contains it and removed
 * when it does not, whichever attempt proposed it. New viewers get a mail with their link. Called by the follower
 * inside its transaction; idempotent.
 * @param events of different reports
 */
export async function applyPermissions(
  tx: Transaction,
  events: readonly (ReportAddedEvent | PermissionsSetEvent)[],
): Promise<void> {
  const reports = await findReports(tx, events);
  const reportIds = [...reports.values()];
  const grants = await tx.grant.findMany({ where: { reportId: { in: reportIds } } });
  const ofReport = Map.groupBy(grants, ({ reportId }) => reportId);
  const activated: Activation[] = [];
  for (const event of events) {
    const reportId = reports.get(hexlify(event.contentHash));
    if (reportId === undefined) continue;
    const ends = permissionEnds(event.permissions);
    const changes = { added: 0, changed: 0, removed: 0 };
    for (const grant of ofReport.get(reportId) ?? []) {
      const end = ends.get(hexlify(grant.tag));
      if (end === undefined) {
        if (grant.state === 'REMOVED') continue;
        if (grant.state === 'ACTIVE') changes.removed += 1;
        const data = { state: 'REMOVED', removedAt: event.blockTime } as const;
        await tx.grant.update({ where: { id: grant.id }, data });
      } else if (grant.state !== 'ACTIVE') {
        changes.added += 1;
        activated.push({ id: grant.id, expiresAt: end, blockHash: event.blockHash });
      } else if (grant.expiresAt?.getTime() !== end?.getTime()) {
        changes.changed += 1;
        await tx.grant.update({ where: { id: grant.id }, data: { expiresAt: end } });
      }
    }
    const isSame = Object.values(changes).every((count) => count === 0);
    if (event.name === 'ReportAdded' || isSame) continue;
    appendAuditEvent(tx, {
      action: 'permissions.changed',
      actorKind: 'SYSTEM',
      actorId: 'chain-follower',
      reportId,
      details: { ...changes, block: event.block, transactionHash: event.transactionHash },
    });
  }
  await activate(tx, activated);
}

/**
 * The reports whose owner on the chain is one of their patient's wallets.
 * @returns 0x-hex content hash → the report's id
 */
async function findReports(
  tx: Transaction,
  events: readonly (ReportAddedEvent | PermissionsSetEvent)[],
): Promise<Map<string, string>> {
  const where = { contentHash: { in: events.map(({ contentHash }) => contentHash) } };
  const indexed = await tx.chainReport.findMany({
    where,
    select: { contentHash: true, owner: true },
  });
  const owners = new Map(indexed.map(({ contentHash, owner }) => [hexlify(contentHash), owner]));
  const reports = await tx.report.findMany({
    where,
    select: {
      id: true,
      contentHash: true,
      patient: { select: { wallets: { select: { address: true } } } },
    },
  });
  return new Map(
    reports.flatMap(({ id, contentHash, patient }) => {
      const hash = hexlify(contentHash ?? '0x');
      const isPatients = patient?.wallets.some(({ address }) => address === owners.get(hash));
      return isPatients === true ? [[hash, id] as const] : [];
    }),
  );
}

interface Activation {
  /** Of the grant. */
  id: string;
  expiresAt: Date | null;
  blockHash: string;
}

/** One statement for all grants with the same end, of which there are few. */
async function activate(tx: Transaction, activated: readonly Activation[]): Promise<void> {
  for (const grants of Map.groupBy(activated, ({ expiresAt }) => expiresAt?.getTime()).values()) {
    await tx.grant.updateMany({
      where: { id: { in: grants.map(({ id }) => id) } },
      data: { state: 'ACTIVE', expiresAt: grants[0]?.expiresAt ?? null, removedAt: null },
    });
  }
  await enqueueMany(
    tx,
    'mail-guest-link',
    // With the block's hash, because a reorganisation can cancel a mail that was not sent yet.
    activated.map(({ id, blockHash }) => ({
      payload: { grantId: id },
      dedupeKey: `mail-guest-link:${id}:${blockHash}`,
    })),
  );
}
