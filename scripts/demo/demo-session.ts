import { openSession } from '@/accounts/sessions/open-session';
import { database } from '@/platform/database/database';
import type { Person } from '../../test/support/people/factories';
import { DEMO_PEOPLE } from './demo-people';

/** A demo person with an active session, as if just logged in. */
export async function demoSession(email: string): Promise<Person> {
  const { id, role, status, displayName } = await database().account.findUniqueOrThrow({
    where: { confirmedEmail: email },
  });
  const password = DEMO_PEOPLE.find((one) => one.email === email)?.password ?? '';
  const sessionId = await openSession(database(), id, { device: null, secondFactor: true });
  return {
    actor: { accountId: id, sessionId, role, status, displayName, email, device: null },
    password,
  };
}
