import { z } from 'zod';
import { askRegistry } from '../report-registry';

/**
 * The wallet that governs what a wallet governed: itself, unless it was lost and recovered.
 * @param block at the end of which it is asked
 * @returns EIP-55
 * @throws AppError chain-unavailable
 */
export async function readSuccessor(
  wallet: string,
  block: number | 'latest' = 'latest',
): Promise<string> {
  const [current] = await askRegistry('currentWallet', [wallet], block);
  return z.string().parse(current);
}
