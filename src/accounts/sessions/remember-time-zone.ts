import { z } from 'zod';
import { database } from '@/platform/database/database';
import { timeZoneSchema } from '@/platform/time/time-zone';
import type { Actor } from './actor';

/** The zone of the person's browser. */
export const timeZoneInput = z.object({ timeZone: timeZoneSchema });

/**
 * Remembers in which zone pages show times to a person, so that mails write the same, and where a session is, as far as
 * its zone shows.
 */
export async function rememberTimeZone(
  { accountId, sessionId }: Actor,
  { timeZone }: z.infer<typeof timeZoneInput>,
): Promise<void> {
  await database().account.update({ where: { id: accountId }, data: { timeZone } });
  await database().session.updateMany({ where: { id: sessionId }, data: { timeZone } });
}
