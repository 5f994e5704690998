import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database/database';
import type { IssuerCompromisedEvent, RoleEvent } from '@/registry/chain/chain-events';
import { roleOf } from '@/registry/contract/chain-roles';
import { notifyIssuerChange } from '@/registry/issuers/notify-issuer-change';

/**
 * Writes into the index who holds which role of the contract, and notifies the administrators of changes among the
 * issuers; harmless when repeated.
 */
export async function indexRole(
  tx: Transaction,
  event: RoleEvent | IssuerCompromisedEvent,
): Promise<void> {
  if (event.name === 'IssuerCompromised') {
    await notifyIssuerChange(tx, event);
    return indexCompromise(tx, event);
  }
  const role = roleOf(event.role);
  if (role === null) return;
  if (role === 'ISSUER') await notifyIssuerChange(tx, event);
  const { account, blockTime } = event;
  if (event.name === 'RoleRevoked') {
    await tx.chainRoleHolder.updateMany({
      where: { role, account },
      data: { revokedAt: blockTime },
    });
    return;
  }
  const held = { grantedAt: blockTime, revokedAt: null };
  await tx.chainRoleHolder.upsert({
    where: { role_account: { role, account } },
    create: { role, account, ...held },
    update: held,
  });
}

/**
 * Writes into the index that an issuer's key was compromised. Patients whose reports the mark reaches are
 * mailed, once for each mark: the contract takes only ever earlier blocks, so issuer and block name one.
 */
export async function indexCompromise(
  tx: Transaction,
  { issuer, fromBlock }: Pick<IssuerCompromisedEvent, 'issuer' | 'fromBlock'>,
): Promise<void> {
  const where = { role: 'ISSUER', account: issuer } as const;
  const known = await tx.chainRoleHolder.findUnique({ where: { role_account: where } });
  const earlier = known?.compromisedFrom ?? null;
  await tx.chainRoleHolder.updateMany({ where, data: { compromisedFrom: BigInt(fromBlock) } });
  await enqueueJob(
    tx,
    'queue-compromise-mails',
    {
      issuer,
      fromBlock,
      beforeBlock: earlier === null ? null : Number(earlier),
    },
    { dedupeKey: `queue-compromise-mails:${issuer}:${fromBlock}` },
  );
}
