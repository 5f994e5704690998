import { hexlify } from 'ethers';
import { database, type Transaction } from '@/platform/database/database';
import type { Standing } from '@/registry/chain/chain-events';
import { permissionEnds } from '@/sharing/grants/permission-ends';

/** Whether our grants match the list on the chain. Viewers whom the patient removed may still be in that list. */
export async function areGrantsCurrent(standing: Standing): Promise<boolean> {
  const { contentHash, status, owner, permissions } = standing;
  if (status !== 'active' && status !== 'withdrawn') return true;
  const report = await database().report.findFirst({
    where: { contentHash, patient: { wallets: { some: { address: owner } } } },
    select: { grants: { select: { tag: true, state: true } } },
  });
  const ends = permissionEnds(permissions);
  return (report?.grants ?? []).every(({ tag, state }) =>
    ends.has(hexlify(tag)) ? state !== 'PROPOSED' : state !== 'ACTIVE',
  );
}

/**
 * Undoes a list of viewers that a reorganisation removed from the chain. Viewers whom it had added are proposed again,
 * until its transaction is mined a second time. Viewers whom it had removed stay removed although the older list
 * contains them, because the patient wants them removed. Idempotent.
 */
export async function revertPermissions(tx: Transaction, standing: Standing): Promise<void> {
  const ends = permissionEnds(standing.permissions);
  const grants = await tx.grant.findMany({
    where: { report: { contentHash: standing.contentHash }, state: 'ACTIVE' },
  });
  for (const { id, tag } of grants) {
    if (ends.has(hexlify(tag))) continue;
    await tx.grant.update({ where: { id }, data: { state: 'PROPOSED' } });
  }
}
