import { Wallet } from 'ethers';
import { env } from '@/platform/env';

/** The account that anchors the audit trail and pays for it; null where the trail is not anchored. */
export function trailWallet(): Wallet | null {
  const { TRAIL_ANCHOR_PRIVATE_KEY } = env();
  return TRAIL_ANCHOR_PRIVATE_KEY === undefined ? null : new Wallet(TRAIL_ANCHOR_PRIVATE_KEY);
}
