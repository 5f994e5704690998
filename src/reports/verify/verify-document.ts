import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { describeChain, readProof } from '@/registry/contract/read-proof';
import { readReport } from '@/registry/contract/read-report';
import { findEnds, type KnownEnd } from '@/reports/retraction/find-ends';
import { isSent } from '@/reports/sealed/sealed-report';
import type { Verification } from './verification';

/**
 * Verifies a file against the chain and against requested retractions. Only a file that is not on the chain is
 * looked up by its report code. Reveals nothing of a report that is not anchored.
 * @param contentHash SHA-256 of the file
 * @param code the report code that the file carries, if any
 * @throws AppError chain-unavailable, database-unavailable
 */
export async function verifyDocument(
  contentHash: Uint8Array<ArrayBuffer>,
  code: string | undefined,
): Promise<Verification> {
  const chain = describeChain();
  const proof = await readProof(contentHash);
  if (proof === null) {
    const isAltered = code !== undefined && (await isAnchoredCode(code));
    return { outcome: isAltered ? 'altered' : 'unknown', chain };
  }
  const { status, trusted, addedAt, endedAt, ...rest } = proof;
  const required = env().CHAIN_CONFIRMATIONS;
  const anchored = { ...rest, chain, required, addedAt: addedAt.toISOString() };
  if (status !== 'active') {
    const at = (endedAt ?? addedAt).toISOString();
    return { outcome: status, ...anchored, endedAt: at, onChain: true };
  }
  const end = await findEndOf(contentHash);
  if (end !== undefined) {
    const outcome = end.state === 'SUPERSEDED' ? 'superseded' : 'retracted';
    return { outcome, ...anchored, endedAt: (end.at ?? addedAt).toISOString(), onChain: false };
  }
  if (!trusted) return { outcome: 'distrusted', ...anchored };
  return { outcome: proof.confirmations < required ? 'fresh' : 'authentic', ...anchored };
}

/** The end that its doctor requested, also while the chain does not show it yet. */
async function findEndOf(contentHash: Uint8Array<ArrayBuffer>): Promise<KnownEnd | undefined> {
  const report = await database().report.findUnique({
    where: { contentHash },
    select: { id: true, state: true },
  });
  return report === null ? undefined : (await findEnds(database(), [report])).get(report.id);
}

async function isAnchoredCode(code: string): Promise<boolean> {
  const report = await database().report.findUnique({
    where: { code },
    select: { contentHash: true },
  });
  if (report === null || !isSent(report)) return false;
  return (await readReport(report.contentHash)).status !== 'none';
}
