import { formatEther } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { countWaitingCalls } from './read-relayer-status';
import { relayerLimits, relayerWallet } from './relayer-wallet';

/** What is measured of the relayer. */
export interface RelayerPurse {
  /** Ether in its account. */
  purse: number;
  /** The most that one report's transaction may cost, in ether. */
  maxFee: number;
  /** Signed calls that were not sent yet. */
  waiting: number;
}

/**
 * Reads what is measured of the relayer; null when there is none.
 * @throws AppError chain-unavailable
 */
export async function readPurse(): Promise<RelayerPurse | null> {
  const wallet = relayerWallet();
  if (wallet === null) return null;
  const [balance, waiting] = await Promise.all([
    askChain((rpc) => rpc.getBalance(wallet.address)),
    countWaitingCalls(),
  ]);
  const inEther = (wei: bigint) => Number(formatEther(wei));
  return { purse: inEther(balance), maxFee: inEther(relayerLimits().perReport), waiting };
}
