import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { statusNumber } from '@/registry/contract/report-status';

/** A mark that is being considered. */
export const markQuery = z.object({
  issuer: walletAddress,
  fromBlock: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 40 - 1),
});

/**
 * How many valid reports of an issuer a mark from some block would make invalid, as far as the follower has
 * read.
 * @throws AppError forbidden
 */
export async function countReachedReports(
  actor: Actor,
  { issuer, fromBlock }: z.infer<typeof markQuery>,
): Promise<{ reports: number }> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const mark = await database().chainRoleHolder.findUnique({
    where: { role_account: { role: 'ISSUER', account: issuer } },
  });
  const reports = await database().chainReport.count({
    where: {
      issuer,
      status: statusNumber('active'),
      addedBlock: {
        gte: BigInt(fromBlock),
        // What an earlier mark reaches is invalid already.
        ...(mark?.compromisedFrom == null ? {} : { lt: mark.compromisedFrom }),
      },
    },
  });
  return { reports };
}
