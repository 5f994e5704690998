import { isChainAway } from '@/platform/errors';
import { readReport } from '@/registry/read-report';

/** What the chain says about an anchored report at this moment, or that it could not be asked. */
export type Validity =
  /** `owner`: the wallet that governs it now, EIP-55. */
  | { outcome: 'valid'; owner: string }
  | { outcome: 'invalid'; because: 'withdrawn' | 'retracted' | 'superseded' | 'issuer' }
  | { outcome: 'unknown' }
  | { outcome: 'not-asked' };

/**
 * Asks the chain whether an anchored report still stands. For the two parties of a report only: they may
 * read it even when nobody can say.
 */
export async function askValidity(contentHash: Uint8Array): Promise<Validity> {
  try {
    const { status, valid, owner } = await readReport(contentHash);
    if (status === 'none') return { outcome: 'unknown' };
    if (status !== 'active') return { outcome: 'invalid', because: status };
    // Active but not valid: its issuer's key is no longer trusted.
    return valid ? { outcome: 'valid', owner } : { outcome: 'invalid', because: 'issuer' };
  } catch (error) {
    if (isChainAway(error)) return { outcome: 'not-asked' };
    throw error;
  }
}
