import { changeReset } from '@/accounts/factor-resets/factor-reset-mac';
import { askFactorReset } from '@/accounts/factor-resets/ask-factor-reset';
import type { Actor } from '@/accounts/sessions/actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import type { Person } from './factories';
import { deliverMails } from './mail';

/** Logs in with the password alone: a session that lacks its second factor. */
export async function halfOpenOf({ actor, password }: Person): Promise<Actor> {
  const { sessionId } = await logIn({ email: actor.email, password });
  return { ...actor, sessionId, device: 'Firefox on Windows' };
}

/** Asks for a reset from the second step of a log-in. @returns its id */
export async function askForReset(person: Person): Promise<string> {
  await askFactorReset(await halfOpenOf(person));
  const { id } = await database().factorReset.findUniqueOrThrow({
    where: { openFor: person.actor.accountId },
  });
  return id;
}

/** Sets when an open reset takes effect, as the application would have written it. */
export async function setResetTime(resetId: string, effectiveAt: Date): Promise<void> {
  const reset = await database().factorReset.findUniqueOrThrow({ where: { id: resetId } });
  await changeReset(database(), reset, { effectiveAt });
}

/** As if the day after the second confirmation had passed; its mails have been sent before. */
export async function letResetBeDue(resetId: string): Promise<void> {
  await deliverMails();
  const before = new Date(Date.now() - MINUTE_MS);
  await setResetTime(resetId, before);
  await database().outboxJob.updateMany({
    where: { kind: 'reset-factors', payload: { path: '$.resetId', equals: resetId } },
    data: { runAfter: before },
  });
}
