import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/accounts/sessions/actor';
import { decideDoctor } from '@/accounts/doctors/decide-doctor';
import { endSessionsOf } from '@/accounts/profile/end-sessions-of';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { logOut } from '@/accounts/sessions/log-out';
import { openSession } from '@/accounts/sessions/open-session';
import { database } from '@/platform/database/database';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { t } from '../../../support/messages/english';
import { alterSession } from '../../../support/people/alter-session';
import {
  createAdmin,
  createDoctor,
  createPatient,
  PASSWORD,
} from '../../../support/people/factories';
import { deliverMails } from '../../../support/people/mail';
import { actionsAbout } from '../../../support/people/trail';

/** The database's clock and ours are read a moment apart, and need not agree to the millisecond. */
const A_SECOND = 1 / 60;
let actor: Actor;

beforeEach(async () => {
  ({ actor } = await createPatient());
});

async function age(minutes: { idle?: number; left?: number }): Promise<void> {
  await alterSession(actor.sessionId, {
    lastSeenAt: new Date(Date.now() - (minutes.idle ?? 0) * MINUTE_MS),
    expiresAt: new Date(Date.now() + (minutes.left ?? 60) * MINUTE_MS),
  });
}

describe('a session', () => {
  it('is recognised, and being asked for keeps it awake', async () => {
    await age({ idle: 29 });
    expect(await findLiveActor(actor.sessionId)).toEqual(actor);
    const { lastSeenAt } = await database().session.findUniqueOrThrow({
      where: { id: actor.sessionId },
    });
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(MINUTE_MS);
  });

  it('is over after 30 idle minutes', async () => {
    await age({ idle: 30 + A_SECOND });
    expect(await findLiveActor(actor.sessionId)).toBeNull();
  });

  it('is over after 12 hours, however busy', async () => {
    const { createdAt, expiresAt } = await database().session.findUniqueOrThrow({
      where: { id: actor.sessionId },
    });
    expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThanOrEqual(12 * HOUR_MS + 5);
    await age({ left: -A_SECOND });
    expect(await findLiveActor(actor.sessionId)).toBeNull();
  });

  it('ends with the log-out, and only this one', async () => {
    const other = await openSession(database(), actor.accountId);
    await logOut(actor);
    expect(await findLiveActor(actor.sessionId)).toBeNull();
    expect(await findLiveActor(other)).not.toBeNull();
    await logOut(actor);
    expect(await actionsAbout(actor.accountId)).toEqual(['account.logged-out']);
  });

  it('ends at once when the doctor is suspended', async () => {
    const doctor = await createDoctor();
    const admin = await createAdmin();
    await decideDoctor(admin.actor, doctor.actor.accountId, 'suspend');
    expect(await findLiveActor(doctor.actor.sessionId)).toBeNull();
    await decideDoctor(admin.actor, doctor.actor.accountId, 'reinstate');
    expect(await findLiveActor(doctor.actor.sessionId)).toBeNull();
  });

  it('ends by an administrator, everywhere, and both are mailed', async () => {
    const [admin, bystander] = [await createAdmin(), await createDoctor()];
    const { sessionId } = await logIn({ email: actor.email, password: PASSWORD });
    for (const somebody of [bystander.actor, actor]) {
      await expect(endSessionsOf(somebody, actor.accountId)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(endSessionsOf(admin.actor, randomUUID())).rejects.toMatchObject({
      code: 'not-found',
    });
    await endSessionsOf(admin.actor, actor.accountId);
    for (const id of [actor.sessionId, sessionId]) expect(await findLiveActor(id)).toBeNull();
    expect(await findLiveActor(bystander.actor.sessionId)).not.toBeNull();
    await logIn({ email: actor.email, password: PASSWORD });
    expect(await actionsAbout(actor.accountId)).toContain('account.sessions-ended');
    const mails = await deliverMails();
    const last = ({ email }: Actor) => mails(email).at(-1)?.text;
    expect(last(actor)).toContain(t('notifications.sentence.sessions-ended'));
    expect(last(admin.actor)).toContain('/not-me#');
  });

  it('of an account that is not active is invalid', async () => {
    const pending = await createDoctor({ status: 'PENDING' });
    expect(await findLiveActor(pending.actor.sessionId)).toBeNull();
  });
});
