import { z } from 'zod';
import { askRegistry } from '@/registry/contract/report-registry';

/**
 * The wallet that governs what a wallet governed: itself, unless it was lost and recovered.
 * @param blockHash at the end of which it is asked; null for the latest block
 * @returns EIP-55
 * @throws AppError chain-unavailable
 */
export async function readSuccessor(
  wallet: string,
  blockHash: string | null = null,
): Promise<string> {
  const [current] = await askRegistry('currentWallet', [wallet], blockHash);
  return z.string().parse(current);
}
