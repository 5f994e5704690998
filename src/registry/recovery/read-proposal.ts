import { Result } from 'ethers';
import { z } from 'zod';
import { askRegistry } from '@/registry/contract/report-registry';

const answerSchema = z.tuple([
  z
    .instanceof(Result)
    .transform((struct) => struct.toObject())
    .pipe(z.object({ newOwner: z.string(), opensAt: z.bigint(), proposer: z.string() })),
]);

/**
 * The recovery that the contract holds for a wallet.
 * @param blockHash at the end of which it is asked; null for the latest block
 * @returns null when none is proposed
 * @throws AppError chain-unavailable
 */
export async function readProposal(
  oldOwner: string,
  blockHash: string | null = null,
): Promise<{ newOwner: string; opensAt: Date; proposer: string } | null> {
  const answer = await askRegistry('getRecovery', [oldOwner], blockHash);
  const [{ newOwner, opensAt, proposer }] = answerSchema.parse([...answer]);
  return opensAt === 0n ? null : { newOwner, opensAt: new Date(Number(opensAt) * 1_000), proposer };
}
