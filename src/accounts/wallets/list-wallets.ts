import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** A wallet of an account; a released one still owns the reports that were anchored with it. */
export interface BoundWallet {
  /** EIP-55. */
  address: string;
  boundAt: Date;
  releasedAt: Date | null;
}

/** The wallets of an account, the bound one first, then the newest. */
export async function listWallets(actor: Actor): Promise<BoundWallet[]> {
  const wallets = await database().wallet.findMany({
    where: { accountId: actor.accountId },
    select: { address: true, boundAt: true, releasedAt: true },
    orderBy: { boundAt: 'desc' },
  });
  return wallets.sort((a, b) => Number(a.releasedAt !== null) - Number(b.releasedAt !== null));
}
