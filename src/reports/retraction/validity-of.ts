import type { Report } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { isChainAway, type AppError } from '@/platform/errors';
import { readReport, type OnChainReport } from '@/registry/contract/read-report';
import { findEnds, type EndedState } from './find-ends';

/** What of a report its validity depends on, beside the chain. */
type AnchoredReport = Pick<Report, 'id' | 'state'> & { contentHash: Uint8Array };

/** Whether a report on the chain is valid at this moment. */
export type Validity<Chain extends OnChainReport = OnChainReport> =
  | { outcome: 'valid'; chain: Chain }
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
export function validityOf(report: AnchoredReport): Promise<Validity> {
  return validityBy(report, () => readReport(report.contentHash));
}

/**
 * As validityOf, when more than the report is asked of the chain.
 * @param read asks the chain
 */
export async function validityBy<Chain extends OnChainReport>(
  report: AnchoredReport,
  read: () => Promise<Chain>,
): Promise<Validity<Chain>> {
  const end = (await findEnds(database(), [report])).get(report.id);
  try {
    const chain = await read();
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
