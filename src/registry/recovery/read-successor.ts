import { z } from 'zod';
import { askRegistry } from '../report-registry';

/**
 * The wallet that governs what a wallet governed: itself, unless it was lost and recovered.
 * @returns EIP-55
 * @throws AppError chain-unavailable
 */
export async function readSuccessor(wallet: string): Promise<string> {
  const [current] = await askRegistry('currentWallet', [wallet]);
  return z.string().parse(current);
}
