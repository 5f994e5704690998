import { beforeEach, describe, expect, it } from 'vitest';
import { confirmEmail } from '@/accounts/confirm-email';
import { logIn } from '@/accounts/log-in';
import { registerDoctor } from '@/accounts/register-doctor';
import { registerPatient } from '@/accounts/register-patient';
import { database } from '@/platform/database';
import { createDoctor, createPatient, PASSWORD } from '../../support/factories';
import { deliverMailsTo, secretIn } from '../../support/mail';
import { actionsAbout } from '../../support/trail';

const PATIENT = {
  name: 'Gülşah Işıkoğlu',
  birthDate: '1990-07-25',
  gender: 'female',
  bloodGroup: 'B_POSITIVE',
  password: PASSWORD,
} as const;
const DOCTOR = { name: 'Dr. Maria Keller', clinic: 'Harbour Clinic', password: PASSWORD };

let made = 0;
let email: string;

beforeEach(() => {
  made += 1;
  email = `registration-${String(process.pid)}-${String(made)}@test.example`;
});

function account() {
  return database().account.findUniqueOrThrow({
    where: { email },
    include: { patient: true, doctor: true },
  });
}

async function mailedToken(): Promise<string> {
  return secretIn((await deliverMailsTo(email)).at(-1));
}

describe('a patient', () => {
  it('registers, confirms the address and is active', async () => {
    await registerPatient({ ...PATIENT, email });
    expect(await account()).toMatchObject({
      status: 'UNCONFIRMED',
      displayName: 'Gülşah Işıkoğlu',
      patient: { birthDate: new Date('1990-07-25'), gender: 'female', bloodGroup: 'B_POSITIVE' },
    });
    const token = await mailedToken();
    const outcome = await confirmEmail({ token, password: PASSWORD });
    expect(outcome).toEqual({ outcome: 'active', email });
    const { id, status, emailConfirmedAt } = await account();
    expect(status).toBe('ACTIVE');
    expect(emailConfirmedAt).toBeInstanceOf(Date);
    expect(await actionsAbout(id)).toEqual(['account.registered', 'account.email-confirmed']);
    await expect(logIn({ email, password: PASSWORD })).resolves.toHaveProperty('sessionId');
  });

  it('cannot log in before that, and gets the link once more', async () => {
    await registerPatient({ ...PATIENT, email });
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'email-not-confirmed',
    });
    await expect(logIn({ email, password: 'something else' })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    expect(await deliverMailsTo(email)).not.toHaveLength(0);
  });

  it('is refused an easy password, and nothing is made', async () => {
    const weak = registerPatient({ ...PATIENT, email, password: 'gülşah işıkoğlu' });
    await expect(weak).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { password: /easy/ },
    });
    expect(await database().account.count({ where: { email } })).toBe(0);
  });

  it('who sends the form twice at one moment has one account', async () => {
    const form = { ...PATIENT, email };
    const answers = await Promise.allSettled([registerPatient(form), registerPatient(form)]);
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await database().account.count({ where: { email } })).toBe(1);
  });
});

describe('the mailed link', () => {
  it('does nothing without the password of the registration, and stays good', async () => {
    await registerPatient({ ...PATIENT, email });
    const token = await mailedToken();
    const wrong = confirmEmail({ token, password: 'another-long-password' });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect(await account()).toMatchObject({ status: 'UNCONFIRMED' });
    await expect(confirmEmail({ token, password: PASSWORD })).resolves.toBeDefined();
  });

  it('works once', async () => {
    await registerPatient({ ...PATIENT, email });
    const token = await mailedToken();
    await confirmEmail({ token, password: PASSWORD });
    await expect(confirmEmail({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('works for two days', async () => {
    await registerPatient({ ...PATIENT, email });
    const token = await mailedToken();
    await database().accountToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    await expect(confirmEmail({ token, password: PASSWORD })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('is kept as a hash only, and the queue never held it', async () => {
    await registerPatient({ ...PATIENT, email });
    const token = await mailedToken();
    const kept = await database().$queryRaw<{ n: bigint }[]>`
      SELECT COUNT(*) AS n FROM AccountToken WHERE INSTR(tokenHash, ${token}) > 0`;
    expect(Number(kept[0]?.n)).toBe(0);
    const jobs = await database().outboxJob.findMany({ where: { kind: 'mail-confirm-email' } });
    expect(JSON.stringify(jobs.map(({ payload }) => payload))).not.toContain(token);
  });
});

describe('an address that is registered already', () => {
  it('gives the same answer, changes nothing, and its owner is told by mail', async () => {
    const { actor } = await createPatient({ name: 'Ali Ahmed', email });
    await expect(registerPatient({ ...PATIENT, email })).resolves.toBeUndefined();
    expect(await account()).toMatchObject({ id: actor.accountId, displayName: 'Ali Ahmed' });
    const [mail, ...more] = await deliverMailsTo(email);
    expect(mail?.subject).toBe('You already have a MedAnchor account');
    expect(more).toEqual([]);
  });

  it('cannot be flooded with mails', async () => {
    await createPatient({ email });
    const tries = Array.from({ length: 5 }, () => registerPatient({ ...PATIENT, email }));
    await Promise.allSettled(tries);
    // One in ten minutes; two when a new ten minutes begin meanwhile.
    expect((await deliverMailsTo(email)).length).toBeLessThanOrEqual(2);
  });

  it('is free again while nobody has confirmed it: the newest registration counts', async () => {
    const strangers = { ...PATIENT, email, name: 'A Stranger', password: 'strangers own secret' };
    await registerPatient(strangers);
    const token = await mailedToken();
    await registerPatient({ ...PATIENT, email });
    await expect(confirmEmail({ token, password: strangers.password })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await confirmEmail({ token, password: PASSWORD });
    expect(await account()).toMatchObject({ status: 'ACTIVE', displayName: 'Gülşah Işıkoğlu' });
  });
});

describe('a doctor', () => {
  it('waits for an administrator after confirming', async () => {
    await registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90001' });
    const outcome = await confirmEmail({ token: await mailedToken(), password: PASSWORD });
    expect(outcome).toEqual({ outcome: 'pending', email });
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'account-pending',
    });
  });

  it('cannot take the licence number of another doctor', async () => {
    await createDoctor({ licenceNumber: 'CY-90002' });
    const taken = registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90002' });
    await expect(taken).rejects.toMatchObject({ code: 'licence-taken' });
    expect(await database().account.count({ where: { email } })).toBe(0);
  });

  it('gets a licence number back from a registration that nobody confirmed', async () => {
    await createDoctor({ licenceNumber: 'CY-90003', status: 'UNCONFIRMED' });
    await registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90003' });
    expect(await account()).toMatchObject({ doctor: { licenceNumber: 'CY-90003' } });
  });
});
