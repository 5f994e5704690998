import { ApiProblem } from '@/platform/http/call-api';
import type { LinkCheck } from '@/sharing/guest/guest-link-schema';

/** Every reason for which a guest sees nothing; each has its own page. */
export type GuestEnd =
  Exclude<LinkCheck['outcome'], 'ready'> | 'no-link' | 'damaged' | 'session-over';

const CODES: Record<string, GuestEnd> = {
  'link-unknown': 'unknown',
  'grant-removed': 'removed',
  'grant-expired': 'expired',
  'report-invalid': 'report-invalid',
  'issuer-compromised': 'issuer-compromised',
  'code-cap': 'closed',
  'chain-unavailable': 'chain-unavailable',
  'wrong-chain': 'wrong-chain',
  'guest-session-over': 'session-over',
};

/** The end that a refusal of our API means; null when it is something else, e.g. a wrong code. */
export function endOf(error: unknown): GuestEnd | null {
  return error instanceof ApiProblem ? (CODES[error.code] ?? null) : null;
}
