import type { Role } from '@/generated/prisma/enums';
import { DAY_MS } from '@/platform/time/durations';

/** After their first log-in, how long the account can be used before the second factor is set up. */
export const FACTOR_GRACE_MS = 7 * DAY_MS;

/** Whether people of a role must have a second factor; patients are only asked to. */
export function needsSecondFactor(role: Role): boolean {
  return role !== 'PATIENT';
}
