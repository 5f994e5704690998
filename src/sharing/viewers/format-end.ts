import { mailTime } from '@/platform/mail/mail-time';

/**
 * Until when a permission holds, as a guest's mail says it.
 * @param timeZone the patient's, who chose the end: the guest's is not known
 */
export function formatEnd(expiresAt: Date | null, timeZone: string | null): string {
  if (expiresAt === null) return 'You can read it without an end date.';
  return `You can read it until ${mailTime(expiresAt, timeZone)}.`;
}
