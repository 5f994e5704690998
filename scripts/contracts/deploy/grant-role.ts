import { Contract, ZeroHash } from 'ethers';
import { announceCost, GRANT_GAS } from './announce-cost';
import { send } from './send';
import type { Session } from './session';

/** What all our contracts have in common. */
const accessControlAbi = [
  'function hasRole(bytes32 role, address account) view returns (bool)',
  'function grantRole(bytes32 role, address account)',
];

/**
 * Grants a role of one of our contracts to an account that does not hold it yet.
 * @param contract its name and address
 * @param confirm asked with the cost in ether; undefined where the cost was agreed to before
 * @throws Error when the deployer does not administer the contract, cannot pay or denies
 */
export async function grantRole(
  session: Session,
  { name, address }: { name: string; address: string },
  role: { name: string; id: string },
  account: string,
  confirm: ((cost: string) => Promise<boolean>) | undefined,
): Promise<void> {
  const contract = new Contract(address, accessControlAbi, session.wallet);
  const hasRole = contract.getFunction('hasRole');
  if ((await hasRole(role.id, account)) === true) return;
  if ((await hasRole(ZeroHash, session.wallet.address)) !== true) {
    throw new Error(
      `${session.wallet.address} does not administer ${name}, and so cannot grant ${role.name}`,
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
