import { formatEther } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { readWaitingDays } from './read-trail-anchoring';
import { trailWallet } from './trail-wallet';

/** Gas of one day's root, with a margin (docs/contracts.md). */
const DAY_GAS = 60_000n;

/** What is measured of the anchoring. */
export interface TrailPurse {
  /** Ether in the account. */
  purse: number;
  /** What one day costs at most at the present price, in ether. */
  maxFee: number;
  /** Sealed days that are not on the chain. */
  waiting: number;
  /** Days for which the chain has another root. */
  refused: number;
}

/**
 * Reads what is measured of the anchoring; null where the trail is not anchored.
 * @throws AppError chain-unavailable
 */
export async function readTrailPurse(): Promise<TrailPurse | null> {
  const wallet = trailWallet();
  if (wallet === null) return null;
  const [{ balance, price }, { waiting }, refused] = await Promise.all([
    askChain(async (rpc) => ({
      balance: await rpc.getBalance(wallet.address),
      price: (await rpc.getFeeData()).maxFeePerGas ?? 0n,
    })),
    readWaitingDays(),
    database().trailDay.count({ where: { state: 'REFUSED' } }),
  ]);
  const inEther = (wei: bigint) => Number(formatEther(wei));
  return { purse: inEther(balance), maxFee: inEther(DAY_GAS * price), waiting, refused };
}
