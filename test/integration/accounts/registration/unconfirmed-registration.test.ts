import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { registerPatient } from '@/accounts/registration/register-patient';
import { requestConfirmation } from '@/accounts/registration/request-confirmation';
import { database } from '@/platform/database/database';
import { createPatient, PASSWORD } from '../../../support/people/factories';
import { deliverMailsTo, secretIn } from '../../../support/people/mail';
import { moveClock } from '../../../support/movable-clock';
import {
  PATIENT_FORM,
  accountOf,
  mailedToken,
  newEmail,
} from '../../../support/people/registration';

vi.mock('@/platform/database/database-now', () => import('../../../support/movable-clock'));

let email: string;

beforeEach(() => {
  email = newEmail();
});

describe('an unconfirmed registration', () => {
  const strangers = { ...PATIENT_FORM, name: 'A Stranger', password: 'strangers own secret' };

  it.each(['before', 'after'])(
    'by a stranger, %s the owner’s, takes nothing from the owner',
    async (order) => {
      if (order === 'before') await registerPatient({ ...strangers, email });
      await registerPatient({ ...PATIENT_FORM, email });
      if (order === 'after') await registerPatient({ ...strangers, email });
      const token = await mailedToken(email);
      await confirmEmail({ token, password: PASSWORD });
      expect(await accountOf(email)).toMatchObject({
        status: 'ACTIVE',
        displayName: 'Gülşah Işıkoğlu',
      });
      expect(await database().account.count({ where: { email } })).toBe(1);
      await expect(logIn({ email, password: strangers.password })).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
    },
  );

  it('is confirmed once when two of one address are confirmed at one moment', async () => {
    await registerPatient({ ...strangers, email });
    const token = await mailedToken(email);
    await registerPatient({ ...PATIENT_FORM, email });
    const second = await database().account.findFirstOrThrow({
      where: { email, displayName: PATIENT_FORM.name },
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
    await registerPatient({ ...PATIENT_FORM, email });
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
    await registerPatient({ ...PATIENT_FORM, email });
    const ask = (network: string) => requestConfirmation(email, network);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => ask('203.0.113.1')));
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    await expect(ask('203.0.113.1')).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(ask('203.0.113.2')).resolves.toBeUndefined();
  });

  it('gets no more mails than six an hour, however many networks ask, and refuses none of them', async () => {
    await registerPatient({ ...PATIENT_FORM, email });
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
    await registerPatient({ ...PATIENT_FORM, email });
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
    expect(await accountOf(email)).toMatchObject({ id: owner.actor.accountId, status: 'ACTIVE' });
    expect(await database().account.count({ where: { email } })).toBe(1);
  });

  it('is not revealed by asking for its link', async () => {
    await createPatient({ email });
    await expect(requestConfirmation(email)).resolves.toBeUndefined();
    await expect(requestConfirmation(`no-${email}`)).resolves.toBeUndefined();
    expect(await deliverMailsTo(email)).toEqual([]);
    expect(await deliverMailsTo(`no-${email}`)).toEqual([]);
  });
});
