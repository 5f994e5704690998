import type { ErrorCode } from '@/platform/errors';

/**
 * Every reason for which a guest does not get a report. The server's checks return them, our API answers them as the
 * codes of its errors, and the guest's page shows one for each: there is no second vocabulary to translate into.
 */
export const GUEST_REFUSALS = [
  'link-unknown',
  'grant-removed',
  'grant-expired',
  'grant-paused',
  'report-invalid',
  'issuer-compromised',
  'code-cap',
  'chain-unavailable',
  'wrong-chain',
  'guest-session-over',
] as const satisfies readonly ErrorCode[];

/** The closed set of reasons. */
export type GuestRefusal = (typeof GUEST_REFUSALS)[number];

/** Why one guest has no permission for one report. */
export type PermissionRefusal = Extract<
  GuestRefusal,
  'grant-removed' | 'grant-expired' | 'grant-paused' | 'report-invalid' | 'issuer-compromised'
>;

/** Whether an error code is one of the reasons. */
export function isGuestRefusal(code: string): code is GuestRefusal {
  return (GUEST_REFUSALS as readonly string[]).includes(code);
}
