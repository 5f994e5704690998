import { hexlify } from 'ethers';
import type { Transaction } from '@/platform/database/database';
import type {
  PermissionsSetEvent,
  ReportAddedEvent,
  ReportEvent,
  ReportRetractedEvent,
  ReportTransferredEvent,
  ReportWithdrawnEvent,
} from '@/registry/chain/chain-events';
import { statusNumber } from '@/registry/contract/report-status';

/** What has just changed is not final, and is compared with the contract soon. */
const UNCHECKED = { isFinal: false, checkedAt: null };

/**
 * Writes a confirmed event of a report into ChainReport, the index of the chain's public bytes.
 * @returns false when the event changes nothing of the report's present state: it is older than what
 *   the index holds, or speaks of a report that was never added
 */
export async function indexEvent(tx: Transaction, event: ReportEvent): Promise<boolean> {
  switch (event.name) {
    case 'ReportAdded':
      return (await indexAdded(tx, [event])).length > 0;
    case 'PermissionsSet':
    case 'ReportTransferred':
      return indexPermissions(tx, event);
    case 'ReportWithdrawn':
    case 'ReportRetracted':
      return indexEnd(tx, event);
  }
}

/**
 * Writes confirmed reports into the index, new ones in one statement.
 * @param events of different reports
 * @returns those that are the newest of their report
 */
export async function indexAdded(
  tx: Transaction,
  events: readonly ReportAddedEvent[],
): Promise<ReportAddedEvent[]> {
  const known = await tx.chainReport.findMany({
    where: { contentHash: { in: events.map(({ contentHash }) => contentHash) } },
    select: { contentHash: true, permissionsBlock: true },
  });
  const blocks = new Map(
    known.map(({ contentHash, permissionsBlock }) => [hexlify(contentHash), permissionsBlock]),
  );
  const blockOf = ({ contentHash }: ReportAddedEvent) => blocks.get(hexlify(contentHash));
  const isNewest = (event: ReportAddedEvent) => (blockOf(event) ?? 0n) <= event.block;
  const fresh = events.filter((event) => blockOf(event) === undefined);
  await tx.chainReport.createMany({
    data: fresh.map((event) => {
      const { contentHash } = event;
      return { contentHash, ...addedOf(event), ...standingOf(event) };
    }),
  });
  for (const event of events.filter((one) => blockOf(one) !== undefined)) {
    await tx.chainReport.update({
      where: { contentHash: event.contentHash },
      data: isNewest(event) ? { ...addedOf(event), ...standingOf(event) } : addedOf(event),
    });
  }
  return events.filter(isNewest);
}

function addedOf(event: ReportAddedEvent) {
  return {
    owner: event.owner,
    issuer: event.issuer,
    sealedMetadata: event.sealedMetadata,
    addedBlock: BigInt(event.block),
    addedAt: event.blockTime,
    addedTransaction: event.transactionHash,
  };
}

function standingOf(event: ReportAddedEvent) {
  return {
    permissions: event.permissions,
    status: statusNumber('active'),
    replacement: null,
    permissionsBlock: BigInt(event.block),
    changedAt: event.blockTime,
    ...UNCHECKED,
  };
}

async function indexPermissions(
  tx: Transaction,
  event: PermissionsSetEvent | ReportTransferredEvent,
): Promise<boolean> {
  const change =
    event.name === 'PermissionsSet'
      ? { permissions: event.permissions }
      : { permissions: [], owner: event.newOwner };
  const { count } = await tx.chainReport.updateMany({
    where: { contentHash: event.contentHash, permissionsBlock: { lte: BigInt(event.block) } },
    data: {
      ...change,
      permissionsBlock: BigInt(event.block),
      changedAt: event.blockTime,
      ...UNCHECKED,
    },
  });
  return count === 1;
}

async function indexEnd(
  tx: Transaction,
  event: ReportWithdrawnEvent | ReportRetractedEvent,
): Promise<boolean> {
  const isRetraction = event.name === 'ReportRetracted';
  const replacement = isRetraction ? event.replacement : null;
  const status = isRetraction ? (replacement === null ? 'retracted' : 'superseded') : 'withdrawn';
  const { count } = await tx.chainReport.updateMany({
    where: {
      contentHash: event.contentHash,
      permissionsBlock: { lte: BigInt(event.block) },
      // Another issuer may have taken its own attestation back before this one's was used.
      ...(isRetraction ? { issuer: event.issuer } : {}),
    },
    data: {
      status: statusNumber(status),
      replacement,
      permissions: [],
      permissionsBlock: BigInt(event.block),
      changedAt: event.blockTime,
      ...UNCHECKED,
    },
  });
  return count === 1;
}
