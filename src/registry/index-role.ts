import type { Transaction } from '@/platform/database';
import type { IssuerCompromisedEvent, RoleEvent } from './chain-events';
import { roleOf } from './chain-roles';

/** Writes into the index who holds which role of the contract; harmless when repeated. */
export async function indexRole(
  tx: Transaction,
  event: RoleEvent | IssuerCompromisedEvent,
): Promise<void> {
  if (event.name === 'IssuerCompromised') {
    await tx.chainRoleHolder.updateMany({
      where: { role: 'ISSUER', account: event.issuer },
      data: { compromisedFrom: BigInt(event.fromBlock) },
    });
    return;
  }
  const role = roleOf(event.role);
  if (role === null) return;
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
