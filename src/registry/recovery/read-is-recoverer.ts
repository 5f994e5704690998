import { z } from 'zod';
import { ROLE_HASHES } from '@/registry/contract/chain-roles';
import { askRegistry } from '@/registry/contract/report-registry';

/**
 * Whether an account may propose recoveries at the latest block. What it proposed can be finished only as
 * long as it may.
 * @throws AppError chain-unavailable
 */
export async function readIsRecoverer(account: string): Promise<boolean> {
  const [holds] = await askRegistry('hasRole', [ROLE_HASHES.RECOVERER, account]);
  return z.boolean().parse(holds);
}
