import { Contract, ZeroHash } from 'ethers';
import { reportRegistryAbi } from '@/generated/report-registry';
import { announceCost, GRANT_GAS } from './announce-cost';
import { send } from './send';
import type { Session } from './session';

/**
 * Grants a role of the registry to an account that does not hold it yet.
 * @param confirm asked with the cost in ether; undefined where the cost was agreed to before
 * @throws Error when the deployer does not administer the registry, cannot pay or denies
 */
export async function grantRole(
  session: Session,
  registry: string,
  role: { name: string; id: string },
  account: string,
  confirm: ((cost: string) => Promise<boolean>) | undefined,
): Promise<void> {
  const contract = new Contract(registry, reportRegistryAbi, session.wallet);
  const hasRole = contract.getFunction('hasRole');
  if ((await hasRole(role.id, account)) === true) return;
  if ((await hasRole(ZeroHash, session.wallet.address)) !== true) {
    throw new Error(
      `${session.wallet.address} does not administer the registry, and so cannot grant ${role.name}`,
    );
  }
  if (confirm !== undefined) {
    await announceCost(session, `${role.name} for ${account}`, GRANT_GAS, confirm);
  }
  await send(
    session,
    await contract.getFunction('grantRole').populateTransaction(role.id, account),
  );
}
