import { NextRequest, NextResponse } from 'next/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { knownDeviceCookie } from '@/accounts/devices/known-device';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { requestPasswordReset } from '@/accounts/password-reset/request-password-reset';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { POST as setPassword } from '@/app/api/accounts/passwords/route';
import { claimCall } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { t } from '../../../support/messages/english';
import { createPatient, PASSWORD, type Person } from '../../../support/people/factories';
import { deliverMailsTo, secretIn } from '../../../support/people/mail';
import { actionsAbout } from '../../../support/people/trail';

const NEW_PASSWORD = 'seven quiet lighthouses';
let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

function post(body: object): NextRequest {
  return new NextRequest(`${env().APP_URL}/api/accounts/passwords`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(env().APP_URL).origin },
    body: JSON.stringify(body),
  });
}

async function mailedToken(): Promise<string> {
  await requestPasswordReset(patient.actor.email);
  return secretIn((await deliverMailsTo(patient.actor.email)).at(-1));
}

describe('a forgotten password', () => {
  it('is replaced by the mailed link, and every session ends', async () => {
    await resetPassword({ token: await mailedToken(), password: NEW_PASSWORD });
    expect(await findLiveActor(patient.actor.sessionId)).toBeNull();
    const { email, accountId } = patient.actor;
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(logIn({ email, password: NEW_PASSWORD })).resolves.toBeDefined();
    expect(await actionsAbout(accountId)).toContain('account.password-reset');
  });

  it('lets its owner in whom wrong passwords kept out', async () => {
    const token = await mailedToken();
    const { email } = patient.actor;
    const origin = {
      network: '198.51.100.9',
      deviceCookie: null,
      formerSessionId: null,
      device: null,
    };
    const logInWith = (password: string) => logIn({ email, password }, origin);
    await Promise.allSettled(Array.from({ length: 10 }, () => logInWith('not-the-password')));
    await expect(logInWith(PASSWORD)).rejects.toMatchObject({ code: 'too-many-requests' });
    const { network } = origin;
    await resetPassword({ token, password: NEW_PASSWORD }, { device: null, network });
    await expect(logInWith(NEW_PASSWORD)).resolves.toBeDefined();
  });

  it('lets its owner in also while strangers of many networks go on trying', async () => {
    const answer = await setPassword(post({ token: await mailedToken(), password: NEW_PASSWORD }), {
      params: Promise.resolve({}),
    });
    expect(answer.status).toBe(204);
    const { email } = patient.actor;
    const { name } = knownDeviceCookie(email);
    const deviceCookie = new NextResponse(null, answer).cookies.get(name)?.value ?? null;
    expect(deviceCookie).not.toBeNull();
    // A hundred wrong passwords an hour close the account to strangers: three networks have as many tries.
    for (let calls = 0; calls < 100; calls += 1) {
      await claimCall('log-in account', email, { calls: 100, minutes: 60 });
    }
    const from = (cookie: string | null) =>
      logIn(
        { email, password: NEW_PASSWORD },
        { network: '198.51.100.10', deviceCookie: cookie, formerSessionId: null, device: null },
      );
    await expect(from(null)).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(from(deviceCookie)).resolves.toBeDefined();
  });

  it('that was refused makes no browser known', async () => {
    const answer = await setPassword(post({ token: 'made-up', password: NEW_PASSWORD }), {
      params: Promise.resolve({}),
    });
    expect(answer.status).toBe(410);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('asked for with an unknown address sends nothing and reveals nothing', async () => {
    const jobs = await database().outboxJob.count();
    await expect(requestPasswordReset('nobody@test.example')).resolves.toBeUndefined();
    expect(await database().outboxJob.count()).toBe(jobs);
  });

  it('of an unconfirmed account is not reset: its owner confirms it', async () => {
    const { actor } = await createPatient({ status: 'UNCONFIRMED' });
    await requestPasswordReset(actor.email);
    const [mail] = await deliverMailsTo(actor.email);
    expect(mail?.subject).toBe(t('accounts.sendConfirmEmail.subject'));
    const token = secretIn(mail);
    await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });
});

describe('the mailed link', () => {
  it('works once, under parallel presses too', async () => {
    const token = await mailedToken();
    const presses = await Promise.allSettled(
      Array.from({ length: 5 }, () => resetPassword({ token, password: NEW_PASSWORD })),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('works for an hour', async () => {
    const token = await mailedToken();
    await database().accountToken.updateMany({
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('stays good when the new password is refused', async () => {
    const token = await mailedToken();
    await expect(resetPassword({ token, password: 'password1234' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(resetPassword({ token, password: NEW_PASSWORD })).resolves.toBeDefined();
  });

  it('that was made up is refused', async () => {
    await expect(resetPassword({ token: 'made-up', password: NEW_PASSWORD })).rejects.toMatchObject(
      { code: 'token-invalid' },
    );
  });
});
