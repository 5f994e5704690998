import { sessionMac, type DecidingFields } from '@/accounts/sessions/session-mac';
import { database } from '@/platform/database/database';

/** Alters a session as the application would have written it: as if time had passed, or a factor were missing. */
export async function alterSession(
  id: string,
  change: Partial<Omit<DecidingFields, 'id' | 'accountId'>>,
): Promise<void> {
  const session = await database().session.findUniqueOrThrow({ where: { id } });
  const mac = await sessionMac(database(), { ...session, ...change });
  await database().session.update({ where: { id }, data: { ...change, mac } });
}
