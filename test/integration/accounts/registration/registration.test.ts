import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { logIn } from '@/accounts/sessions/log-in';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { registerDoctor } from '@/accounts/registration/register-doctor';
import { registerPatient } from '@/accounts/registration/register-patient';
import { requestConfirmation } from '@/accounts/registration/request-confirmation';
import { claimCall } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { t } from '../../../support/english';
import { createDoctor, createPatient, PASSWORD } from '../../../support/factories';
import { deliverMailsTo, secretIn } from '../../../support/mail';
import { moveClock } from '../../../support/movable-clock';
import { actionsAbout } from '../../../support/trail';

vi.mock('@/platform/database/database-now', () => import('../../../support/movable-clock'));

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
  return database().account.findFirstOrThrow({
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
    expect(outcome).toMatchObject({ outcome: 'active', email });
    const { id, status, emailConfirmedAt } = await account();
    expect(status).toBe('ACTIVE');
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
    const weak = registerPatient({ ...PATIENT, email, password: 'gülşah işıkoğlu' });
    await expect(weak).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { password: /easy/ },
    });
    expect(await database().account.count({ where: { email } })).toBe(0);
  });

  it('who sends the form twice at one moment has one account in the end', async () => {
    const form = { ...PATIENT, email };
    await Promise.all([registerPatient(form), registerPatient(form)]);
    await confirmEmail({ token: await mailedToken(), password: PASSWORD });
    expect(await database().account.count({ where: { email } })).toBe(1);
  });
});

describe('the mailed link', () => {
  it('makes the browser known, which strangers’ wrong passwords cannot keep out', async () => {
    await registerPatient({ ...PATIENT, email });
    for (let calls = 0; calls < 100; calls += 1) {
      await claimCall('log-in account', email, { calls: 100, minutes: 60 });
    }
    const { deviceCookie } = await confirmEmail({
      token: await mailedToken(),
      password: PASSWORD,
    });
    const from = (cookie: string | null) =>
      logIn(
        { email, password: PASSWORD },
        { network: '203.0.113.20', deviceCookie: cookie, formerSessionId: null },
      );
    await expect(from(null)).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(from(deviceCookie)).resolves.toHaveProperty('sessionId');
  });

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
    expect(mail?.subject).toBe(t('accounts.sendAlreadyRegistered.subject'));
    expect(more).toEqual([]);
  });

  it('cannot be flooded with mails', async () => {
    await createPatient({ email });
    const tries = Array.from({ length: 5 }, () => registerPatient({ ...PATIENT, email }));
    await Promise.allSettled(tries);
    // One in ten minutes; two when a new ten minutes begin meanwhile.
    expect((await deliverMailsTo(email)).length).toBeLessThanOrEqual(2);
  });

  it('is told apart from a free one by no answer, also of parallel tries', async () => {
    await createPatient({ email });
    const free = `free-${email}`;
    const answers = async (address: string) => {
      const tries = Array.from({ length: 6 }, () =>
        registerPatient({ ...PATIENT, email: address }),
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
    const origin = { network: address, deviceCookie: null, formerSessionId: null };
    if (prefix === '') await createPatient({ email: address });
    await registerPatient({ ...PATIENT, email: address, password: 'strangers own secret' });
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

describe('a registration that nobody has confirmed', () => {
  const strangers = { ...PATIENT, name: 'A Stranger', password: 'strangers own secret' };

  it.each(['before', 'after'])(
    'by a stranger, %s the owner’s, takes nothing from the owner',
    async (order) => {
      if (order === 'before') await registerPatient({ ...strangers, email });
      await registerPatient({ ...PATIENT, email });
      if (order === 'after') await registerPatient({ ...strangers, email });
      const token = await mailedToken();
      await confirmEmail({ token, password: PASSWORD });
      expect(await account()).toMatchObject({ status: 'ACTIVE', displayName: 'Gülşah Işıkoğlu' });
      expect(await database().account.count({ where: { email } })).toBe(1);
      await expect(logIn({ email, password: strangers.password })).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
    },
  );

  it('is confirmed once when two of one address are confirmed at one moment', async () => {
    await registerPatient({ ...strangers, email });
    const token = await mailedToken();
    await registerPatient({ ...PATIENT, email });
    const second = await database().account.findFirstOrThrow({
      where: { email, displayName: PATIENT.name },
    });
    const other = await mintAccountToken(database(), second.id, 'CONFIRM_EMAIL');
    const results = await Promise.allSettled([
      confirmEmail({ token, password: strangers.password }),
      confirmEmail({ token: other, password: PASSWORD }),
    ]);
    const codes = results.map((one) =>
      one.status === 'rejected' ? (one.reason as { code?: string }).code : 'done',
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes).not.toContain(undefined);
    expect(await database().account.count({ where: { confirmedEmail: email } })).toBe(1);
  });

  it('is mailed its link again when asked, at most once a minute', async () => {
    await registerPatient({ ...PATIENT, email });
    expect(await deliverMailsTo(email)).toHaveLength(1);
    await requestConfirmation(email);
    await requestConfirmation(email);
    const mails = await deliverMailsTo(email);
    // One, or two when a new minute begins meanwhile.
    expect(mails.length).toBeGreaterThanOrEqual(2);
    expect(mails.length).toBeLessThanOrEqual(3);
    await confirmEmail({ token: secretIn(mails.at(-1)), password: PASSWORD });
  });

  it('is mailed its link again although another network has used up its tries', async () => {
    await registerPatient({ ...PATIENT, email });
    const ask = (network: string) => requestConfirmation(email, network);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => ask('203.0.113.1')));
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    await expect(ask('203.0.113.1')).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(ask('203.0.113.2')).resolves.toBeUndefined();
  });

  it('gets no more mails than six an hour, however many networks ask, and refuses none of them', async () => {
    await registerPatient({ ...PATIENT, email });
    const queued = () => database().outboxJob.count({ where: { kind: 'mail-confirm-email' } });
    const before = await queued();
    for (let minute = 1; minute <= 12; minute += 1) {
      // Within the hour in which they are counted, a minute and more apart.
      moveClock(minute * 70_000);
      await expect(requestConfirmation(email, `203.0.113.${minute}`)).resolves.toBeUndefined();
    }
    moveClock(0);
    expect((await queued()) - before).toBe(6);
  });

  it('is mailed its link again although strangers asked often within one minute', async () => {
    await registerPatient({ ...PATIENT, email });
    const queued = () => database().outboxJob.count({ where: { kind: 'mail-confirm-email' } });
    for (let network = 1; network <= 20; network += 1) {
      await requestConfirmation(email, `203.0.113.${network}`);
    }
    const before = await queued();
    moveClock(120_000);
    await requestConfirmation(email, '198.51.100.1');
    moveClock(0);
    expect((await queued()) - before).toBe(1);
  });

  it('can be confirmed by its own link, however many strangers register the address', async () => {
    const owner = await createPatient({ email, status: 'UNCONFIRMED' });
    const token = await mintAccountToken(database(), owner.actor.accountId, 'CONFIRM_EMAIL');
    const { id, confirmedEmail, ...row } = await database().account.findFirstOrThrow({
      where: { email },
    });
    expect([id, confirmedEmail]).toEqual([owner.actor.accountId, null]);
    // A hash of another password, made once: the rows are many.
    const passwordHash = await hashPassword(strangers.password);
    const later = new Date(row.createdAt.getTime() + 1_000);
    await database().account.createMany({
      data: Array.from({ length: 31 }, () => ({ ...row, passwordHash, createdAt: later })),
    });
    await confirmEmail({ token, password: PASSWORD });
    expect(await account()).toMatchObject({ id: owner.actor.accountId, status: 'ACTIVE' });
    expect(await database().account.count({ where: { email } })).toBe(1);
  });

  it('nobody learns of by asking for its link', async () => {
    await createPatient({ email });
    await expect(requestConfirmation(email)).resolves.toBeUndefined();
    await expect(requestConfirmation(`no-${email}`)).resolves.toBeUndefined();
    expect(await deliverMailsTo(email)).toEqual([]);
    expect(await deliverMailsTo(`no-${email}`)).toEqual([]);
  });
});

describe('a doctor', () => {
  it('waits for an administrator after confirming', async () => {
    await registerDoctor({ ...DOCTOR, email, licenceNumber: 'CY-90001' });
    const outcome = await confirmEmail({ token: await mailedToken(), password: PASSWORD });
    expect(outcome).toMatchObject({ outcome: 'pending', email });
    await expect(logIn({ email, password: PASSWORD })).rejects.toMatchObject({
      code: 'account-pending',
    });
  });

  it('is answered alike whoever has the licence number already', async () => {
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
    expect(await account()).toMatchObject({ doctor: { licenceNumber: 'CY-90005' } });
    const { accountId } = waiting.actor;
    expect(await database().doctorProfile.count({ where: { accountId } })).toBe(1);
  });
});
