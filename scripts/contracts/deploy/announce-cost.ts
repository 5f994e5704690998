import { formatEther } from 'ethers';
import type { Session } from './session';

/** A grant cannot be estimated before there is a contract; it takes some 120,000. */
export const GRANT_GAS = 150_000n;

/**
 * Prints what something will cost, before anything is sent.
 * @param what names it
 * @param gas the most that it can use
 * @param confirm asked with the cost in ether; false stops
 * @throws Error when the deployer cannot pay, or the confirmation is denied
 */
export async function announceCost(
  { provider, wallet, print }: Session,
  what: string,
  gas: bigint,
  confirm: (cost: string) => Promise<boolean>,
): Promise<void> {
  const fees = await provider.getFeeData();
  const price = fees.maxFeePerGas ?? fees.gasPrice;
  if (price === null) throw new Error('The node reports no gas price');

  const cost = gas * price;
  const balance = await provider.getBalance(wallet.address);
  print(`${what}: up to ${formatEther(cost)} ETH for ${gas.toString()} gas`);
  print(`Deployer: ${wallet.address}, who has ${formatEther(balance)} ETH`);
  if (balance < cost) {
    throw new Error(
      `The deployer cannot pay for this: send ${wallet.address} at least ${formatEther(cost - balance)} ETH more`,
    );
  }
  if (!(await confirm(formatEther(cost)))) throw new Error('Nothing was sent');
}
