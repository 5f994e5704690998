import { isAppError } from '@/platform/errors';
import { checkGuestPermission } from './check-guest-permission';
import { findLinkedGrant } from './find-linked-grant';
import { MAX_FAILED_CODES } from './guest-limits';
import type { LinkCheck } from './guest-link-schema';

/** Whether a guest's link can be used now. Reads the chain, changes nothing. */
export async function checkGuestLink(token: string): Promise<LinkCheck> {
  const grant = await findLinkedGrant(token);
  if (grant === null) return { outcome: 'link-unknown' };
  try {
    const { outcome } = await checkGuestPermission(grant);
    if (outcome !== 'permitted') return { outcome };
    return { outcome: grant.failedCodes < MAX_FAILED_CODES ? 'ready' : 'code-cap' };
  } catch (error) {
    if (isAppError(error, 'chain-unavailable')) return { outcome: 'chain-unavailable' };
    if (isAppError(error, 'wrong-chain')) return { outcome: 'wrong-chain' };
    throw error;
  }
}
