import type { Report } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isChainAway, type AppError } from '@/platform/errors';
import { readReport, type OnChainReport } from '@/registry/contract/read-report';
import { findEnds, type EndedState } from './find-ends';

/** Whether a report on the chain is valid at this moment. */
export type Validity =
  | { outcome: 'valid'; chain: OnChainReport }
  | {
      outcome: 'invalid';
      because: 'withdrawn' | 'retracted' | 'superseded' | 'issuer';
      /** Whether the chain shows it already; null when the chain could not be asked. */
      onChain: boolean | null;
    }
  /** It is not on the chain, or was removed by a reorganisation. */
  | { outcome: 'unknown' }
  /** `cause`: chain-unavailable or wrong-chain. */
  | { outcome: 'not-asked'; cause: AppError };

/**
 * Whether a report that was added to the chain is valid, for its patient, its doctor and its guests alike. It
 * ends as soon as its doctor requests a retraction, also while the chain does not show that, has lost it in a
 * reorganisation, or is unavailable.
 */
export async function validityOf(
  report: Pick<Report, 'id' | 'state'> & { contentHash: Uint8Array },
): Promise<Validity> {
  const end = (await findEnds(database(), [report])).get(report.id);
  try {
    const chain = await readReport(report.contentHash);
    const { status, valid } = chain;
    if (status === 'none') return { outcome: 'unknown' };
    if (status !== 'active') return { outcome: 'invalid', because: status, onChain: true };
    if (end !== undefined) return { outcome: 'invalid', because: WHY[end.state], onChain: false };
    // Active but not valid: its issuer's key is no longer trusted.
    if (!valid) return { outcome: 'invalid', because: 'issuer', onChain: true };
    return { outcome: 'valid', chain };
  } catch (error) {
    if (!isChainAway(error)) throw error;
    if (end === undefined) return { outcome: 'not-asked', cause: error };
    return { outcome: 'invalid', because: WHY[end.state], onChain: null };
  }
}

/** A withdrawal ends a report for good, also when its anchoring was mined after it. */
const WHY = {
  WITHDRAWN: 'retracted',
  RETRACTED: 'retracted',
  SUPERSEDED: 'superseded',
} as const satisfies Record<EndedState, string>;
