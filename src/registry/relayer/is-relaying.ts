import { isChainAway } from '@/platform/errors';
import { relayerWallet } from './relayer-wallet';
import { takesConsents } from './takes-consents';

/** Whether this system has a relayer, and a contract that takes what it sends. False while the chain is silent. */
export async function isRelaying(): Promise<boolean> {
  if (relayerWallet() === null) return false;
  return takesConsents().catch((error: unknown) => {
    if (isChainAway(error)) return false;
    throw error;
  });
}
