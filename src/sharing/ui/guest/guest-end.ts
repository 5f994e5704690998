import { ApiProblem } from '@/platform/http/call-api';
import { isGuestRefusal, type GuestRefusal } from '@/sharing/guest/guest-refusal';

/** Every reason for which the guest's page shows no report: refusals of our API, and two of the address itself. */
export type GuestEnd = GuestRefusal | 'no-link' | 'damaged';

/** The refusal in an error of our API; null for every other error, e.g. a wrong code. */
export function guestRefusalOf(error: unknown): GuestRefusal | null {
  return error instanceof ApiProblem && isGuestRefusal(error.code) ? error.code : null;
}
