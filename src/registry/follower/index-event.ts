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
      return indexAdded(tx, event);
    case 'PermissionsSet':
    case 'ReportTransferred':
      return indexPermissions(tx, event);
    case 'ReportWithdrawn':
    case 'ReportRetracted':
      return indexEnd(tx, event);
  }
}

async function indexAdded(tx: Transaction, event: ReportAddedEvent): Promise<boolean> {
  const added = {
    owner: event.owner,
    issuer: event.issuer,
    sealedMetadata: event.sealedMetadata,
    addedBlock: BigInt(event.block),
    addedAt: event.blockTime,
    addedTransaction: event.transactionHash,
  };
  const standing = {
    permissions: event.permissions,
    status: statusNumber('active'),
    replacement: null,
    permissionsBlock: BigInt(event.block),
    changedAt: event.blockTime,
    ...UNCHECKED,
  };
  const known = await tx.chainReport.findUnique({ where: { contentHash: event.contentHash } });
  const isNewest = known === null || known.permissionsBlock <= event.block;
  await tx.chainReport.upsert({
    where: { contentHash: event.contentHash },
    create: { contentHash: event.contentHash, ...added, ...standing },
    update: isNewest ? { ...added, ...standing } : added,
  });
  return isNewest;
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
