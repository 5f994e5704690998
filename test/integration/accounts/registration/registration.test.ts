import { beforeEach, describe, expect, it } from 'vitest';
import { getPatient } from '@/accounts/people/get-patient';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { registerDoctor } from '@/accounts/registration/register-doctor';
import { registerPatient } from '@/accounts/registration/register-patient';
import { claimCall } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { t } from '../../../support/messages/english';
import { createDoctor, createPatient, PASSWORD } from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { actionsAbout } from '../../../support/people/trail';
import {
  PATIENT_FORM,
  accountOf,
  mailedToken,
  newEmail,
} from '../../../support/people/registration';

const DOCTOR = { name: 'Dr. Maria Keller', clinic: 'Harbour Clinic', password: PASSWORD };

let email: string;

beforeEach(() => {
  email = newEmail();
});

describe('a patient', () => {
  it('registers, confirms the address and is active', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    expect(await accountOf(email)).toMatchObject({
      status: 'UNCONFIRMED',
      displayName: 'Gülşah Işıkoğlu',
      patient: { birthDate: new Date('1990-07-25'), gender: 'female' },
    });
    const token = await mailedToken(email);
    const outcome = await confirmEmail({ token, password: PASSWORD });
    expect(outcome).toMatchObject({ outcome: 'active', email });
    const { id, status, emailConfirmedAt } = await accountOf(email);
    expect(status).toBe('ACTIVE');
    expect(await getPatient(database(), id)).toMatchObject({ bloodGroup: 'B_POSITIVE' });
    expect(emailConfirmedAt).toBeInstanceOf(Date);
    expect(await actionsAbout(id)).toEqual(['account.registered', 'account.email-confirmed']);
    await expect(logIn({ email, password: PASSWORD })).resolves.toHaveProperty('sessionId');
  });

  it('cannot log in before that, and is mailed the link once more', async () => {
    const { actor } = await createPatient({ email, status: 'UNCONFIRMED' });
    await expect(logIn({ email, password: 'something else' })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    expect(await deliverMailsTo(email)).toEqual([]);
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    expect(await deliverMailsTo(email)).toMatchObject([
      { subject: t('accounts.sendConfirmEmail.subject') },
    ]);
    expect(await actionsAbout(actor.accountId)).toEqual(
      Array.from({ length: 2 }, () => 'account.log-in-failed'),
    );
  });

  it('is refused an easy password, and nothing is made', async () => {
    const weak = registerPatient({ ...PATIENT_FORM, email, password: 'gülşah işıkoğlu' });
    await expect(weak).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { password: /easy/ },
    });
    expect(await database().account.count({ where: { email } })).toBe(0);
  });

  it('who sends the form twice at one moment has one account in the end', async () => {
    const form = { ...PATIENT_FORM, email };
    await Promise.all([registerPatient(form), registerPatient(form)]);
    await confirmEmail({ token: await mailedToken(email), password: PASSWORD });
    expect(await database().account.count({ where: { email } })).toBe(1);
  });
});

describe('the mailed link', () => {
  it('makes the browser known, which strangers’ wrong passwords cannot keep out', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    for (let calls = 0; calls < 100; calls += 1) {
      await claimCall('log-in account', email, { calls: 100, minutes: 60 });
    }
    const { deviceCookie } = await confirmEmail({
      token: await mailedToken(email),
      password: PASSWORD,
    });
    const from = (cookie: string | null) =>
      logIn(
        { email, password: PASSWORD },
        { network: '203.0.113.20', deviceCookie: cookie, formerSessionId: null, device: null },
      );
    await expect(from(null)).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(from(deviceCookie)).resolves.toHaveProperty('sessionId');
  });

  it('does nothing without the password of the registration, and stays good', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    const token = await mailedToken(email);
    const wrong = confirmEmail({ token, password: 'another-long-password' });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await accountOf(email)).toMatchObject({ status: 'UNCONFIRMED' });
    await expect(confirmEmail({ token, password: PASSWORD })).resolves.toBeDefined();
  });

  it('works once', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    const token = await mailedToken(email);
    await confirmEmail({ token, password: PASSWORD });
    await expect(confirmEmail({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('works for two days', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    const token = await mailedToken(email);
    await database().accountToken.updateMany({
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await expect(confirmEmail({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('is kept as a hash only, and the queue never held it', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
    const token = await mailedToken(email);
    const kept = await database().$queryRaw<{ n: bigint }[]>`
      SELECT COUNT(*) AS n FROM AccountToken WHERE INSTR(tokenHash, ${token}) > 0`;
    expect(Number(kept[0]?.n)).toBe(0);
    const jobs = await database().outboxJob.findMany({ where: { kind: 'mail-confirm-email' } });
    expect(JSON.stringify(jobs.map(({ payload }) => payload))).not.toContain(token);
  });
});

describe('an address that is registered already', () => {
  it('gives the same answer, changes nothing, and notifies its owner by e-mail', async () => {
    const { actor } = await createPatient({ name: 'Ali Ahmed', email });
    await expect(registerPatient({ ...PATIENT_FORM, email })).resolves.toBeUndefined();
    expect(await accountOf(email)).toMatchObject({ id: actor.accountId, displayName: 'Ali Ahmed' });
    const [mail, ...more] = await deliverMailsTo(email);
    expect(mail?.subject).toBe(t('accounts.sendAlreadyRegistered.subject'));
    expect(more).toEqual([]);
  });

  it('cannot be flooded with mails', async () => {
    await createPatient({ email });
    const tries = Array.from({ length: 5 }, () => registerPatient({ ...PATIENT_FORM, email }));
    await Promise.allSettled(tries);
    // One in ten minutes; two when a new ten minutes begin meanwhile.
    expect((await deliverMailsTo(email)).length).toBeLessThanOrEqual(2);
  });

  it('gets the same answers as a free one, also in parallel tries', async () => {
    await createPatient({ email });
    const free = `free-${email}`;
    const answers = async (address: string) => {
      const tries = Array.from({ length: 6 }, () =>
        registerPatient({ ...PATIENT_FORM, email: address }),
      );
      const settled = await Promise.allSettled(tries);
      return settled
        .map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'done'))
        .toSorted();
    };
    const known = await answers(email);
    expect(known).toEqual([...Array.from({ length: 5 }, () => 'done'), 'too-many-requests']);
    expect(await answers(free)).toEqual(known);
  });
});

describe('a stranger who registers an address and logs in', () => {
  it.each(['', 'someone-'])('learns nothing about the address "%s…"', async (prefix) => {
    const address = `${prefix}${email}`;
    const origin = { network: address, deviceCookie: null, formerSessionId: null, device: null };
    if (prefix === '') await createPatient({ email: address });
    await registerPatient({ ...PATIENT_FORM, email: address, password: 'strangers own secret' });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        logIn({ email: address, password: 'strangers own secret' }, origin).then(
          () => 'let in',
          (error: unknown) => (error as { code: string }).code,
        ),
      ),
    );
    // The tries count as wrong ones too.
    expect(outcomes.filter((outcome) => outcome === 'wrong-credentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'too-many-requests')).toHaveLength(2);
  });
});

describe('a doctor', () => {
  it('waits for an administrator after confirming', async () => {
    await registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90001' });
    const outcome = await confirmEmail({ token: await mailedToken(email), password: PASSWORD });
    expect(outcome).toMatchObject({ outcome: 'pending', email });
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'account-pending',
    });
  });

  it('gets the same answer whether or not the licence number is taken', async () => {
    await createDoctor({ licenceNumber: 'CY-90002' });
    await createDoctor({ licenceNumber: 'CY-90003', status: 'PENDING' });
    for (const licenceNumber of ['CY-90002', 'CY-90003', 'CY-90004']) {
      const form = { ...DOCTOR, email, licenceNumber };
      await expect(registerDoctor(form)).resolves.toBeUndefined();
    }
  });

  it('neither loses nor ends another’s registration with the same licence number', async () => {
    const waiting = await createDoctor({ licenceNumber: 'CY-90005', status: 'UNCONFIRMED' });
    await registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90005' });
    expect(await accountOf(email)).toMatchObject({ doctor: { licenceNumber: 'CY-90005' } });
    const { accountId } = waiting.actor;
    expect(await database().doctorProfile.count({ where: { accountId } })).toBe(1);
  });
});
