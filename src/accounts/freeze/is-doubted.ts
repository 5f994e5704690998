import type { Account } from '@/generated/prisma/client';

/**
 * Whether a second factor may be that of the stranger whom the account's owner has reported. It opens nothing: else the
 * stranger would end the freeze with a factor of their own. Its owner has older ones, or has them reset.
 * @param setUpAt when the factor was set up
 */
export function isDoubted(
  { factorsDoubtedFrom }: Pick<Account, 'factorsDoubtedFrom'>,
  setUpAt: Date,
): boolean {
  return factorsDoubtedFrom !== null && setUpAt >= factorsDoubtedFrom;
}
