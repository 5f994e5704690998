import { hexlify } from 'ethers';
import { database, type Transaction } from '@/platform/database/database';
import type { Standing } from '@/registry/follower/chain-events';
import { permissionEnds } from './permission-ends';

/** Whether the grants are those of the list on the chain. Whom the patient removed may still be in it. */
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
 * Takes in that a later list of viewers fell out of the chain. Whom it had let in is proposed again, until its
 * transaction is mined a second time. Whom it had removed stays removed, and is denied, although the older
 * list lets them in: that is what the patient wants. Harmless when repeated.
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
