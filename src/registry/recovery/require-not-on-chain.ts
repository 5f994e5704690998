import type { WalletRecovery } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readProposal } from './read-proposal';

/**
 * Refuses to end a request that the contract holds as a proposal already, although its block is not
 * confirmed yet. A proposal of the same wallets that is in our index is an earlier one.
 * @throws AppError conflict; chain-unavailable
 */
export async function requireNotOnChain({
  oldAddress,
  newAddress,
}: Pick<WalletRecovery, 'oldAddress' | 'newAddress'>): Promise<void> {
  const proposal = await readProposal(oldAddress);
  if (proposal?.newOwner !== newAddress) return;
  const { opensAt } = proposal;
  const known = await database().walletRecovery.count({
    where: { oldAddress, newAddress, state: 'PROPOSED', opensAt },
  });
  if (known > 0) return;
  throw new AppError('conflict', {
    detail: (t) => t('registry.requireNotOnChain.justProposed'),
  });
}
