import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyFactorReset } from '@/accounts/factor-resets/apply-factor-reset';
import { askFactorReset } from '@/accounts/factor-resets/ask-factor-reset';
import { cancelFactorReset } from '@/accounts/factor-resets/cancel-factor-reset';
import { confirmFactorReset } from '@/accounts/factor-resets/confirm-factor-reset';
import { declineFactorReset } from '@/accounts/factor-resets/decline-factor-reset';
import { listFactorResets } from '@/accounts/factor-resets/list-factor-resets';
import { startFactorReset } from '@/accounts/factor-resets/start-factor-reset';
import { createBackupCodes } from '@/accounts/factors/backup-codes/create-backup-codes';
import { listFactors } from '@/accounts/factors/list-factors';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { freezeAccount } from '@/accounts/freeze/freeze-account';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { findLiveSession } from '@/accounts/sessions/find-live-session';
import { database } from '@/platform/database/database';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import {
  askForReset,
  halfOpenOf,
  letResetBeDue,
  setResetTime,
} from '../../../support/people/factor-reset';
import { setUpPasskey, setUpTotp, type AuthenticatorApp } from '../../../support/people/factors';
import { deliverMailsTo, secretIn } from '../../../support/people/mail';
import { actionsAbout } from '../../../support/people/trail';

/** The handler uses nothing of its job. */
const JOB = { id: 1n, locale: 'en' } as const;

let one: Person;
let two: Person;
let doctor: Person;
let app: AuthenticatorApp;

beforeAll(async () => {
  one = await createAdmin({ name: 'Ada One' });
  two = await createAdmin({ name: 'Bea Two' });
});

beforeEach(async () => {
  doctor = await createDoctor();
  app = await setUpTotp(doctor);
});

function rowOf(id: string) {
  return database().factorReset.findUniqueOrThrow({ where: { id } });
}

async function confirmTwice(resetId: string): Promise<void> {
  await confirmFactorReset(one.actor, resetId);
  await confirmFactorReset(two.actor, resetId);
}

/** The codes with which calls were refused; null for the others. */
async function refusalsOf(calls: Promise<unknown>[]): Promise<(string | null)[]> {
  const outcomes = await Promise.allSettled(calls);
  return outcomes.map((outcome) =>
    outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : null,
  );
}

const subject = (news: 'requested' | 'started' | 'first' | 'second' | 'cancelled' | 'done') =>
  t(`accounts.factorReset.mail.${news}.subject`);

async function newsTo({ actor }: Person) {
  const subjects = new Set(
    (['requested', 'started', 'first', 'second', 'cancelled', 'done'] as const).map(subject),
  );
  return (await deliverMailsTo(actor.email)).filter((mail) => subjects.has(mail.subject));
}

describe('the reset of second factors', () => {
  it('takes effect a day after two administrators have confirmed it, and ends every session', async () => {
    await setUpPasskey(doctor);
    await createBackupCodes(doctor.actor);
    const resetId = await askForReset(doctor);
    await confirmTwice(resetId);
    const { effectiveAt, secondAt } = await rowOf(resetId);
    expect(Number(effectiveAt) - Number(secondAt)).toBe(24 * HOUR_MS);
    await applyFactorReset({ resetId }, JOB);
    expect(await listFactors(doctor.actor)).toMatchObject({ totp: true, passkeys: 1 });
    // A clock was set back since the job began: it is queued again for the right time.
    const payload = { path: '$.resetId', equals: resetId };
    const jobs = await database().outboxJob.findMany({ where: { kind: 'reset-factors', payload } });
    expect(jobs.map(({ runAfter }) => runAfter)).toEqual([effectiveAt, effectiveAt]);

    await letResetBeDue(resetId);
    const mails = await newsTo(doctor);
    expect(mails.map((mail) => mail.subject)).toEqual(
      (['requested', 'first', 'second', 'done'] as const).map(subject),
    );
    expect(mails[0]?.text).toContain('Firefox on Windows');
    for (const mail of mails.slice(0, 3)) expect(mail.text).toContain('/cancel-factor-reset#');
    expect(mails[3]?.text).toContain('/not-me#');
    expect(await listFactors(doctor.actor)).toEqual({ passkeys: 0, totp: false, backupCodes: 0 });
    expect(await findLiveSession(doctor.actor.sessionId)).toBeNull();
    const { sessionId } = await halfOpenOf(doctor);
    expect(await findLiveSession(sessionId)).toMatchObject({ missing: 'factor-setup' });
    expect(await actionsAbout(doctor.actor.accountId)).toEqual(
      expect.arrayContaining([
        'factor-reset.requested',
        'factor-reset.confirmed',
        'factor-reset.done',
      ]),
    );
  });

  it('is put off until a day after its mail when the mail server is away for long', async () => {
    const resetId = await askForReset(doctor);
    await confirmTwice(resetId);
    const overdue = new Date(Date.now() - MINUTE_MS);
    await setResetTime(resetId, overdue);
    await applyFactorReset({ resetId }, JOB);
    const putOff = await rowOf(resetId);
    expect(putOff.state).toBe('CONFIRMED');
    expect(Number(putOff.effectiveAt)).toBeGreaterThan(Date.now() + 23 * HOUR_MS);

    await setResetTime(resetId, overdue);
    expect((await newsTo(doctor)).at(-1)?.subject).toBe(subject('second'));
    await applyFactorReset({ resetId }, JOB);
    expect(await listFactors(doctor.actor)).toMatchObject({ totp: true });
    await letResetBeDue(resetId);
    await deliverMailsTo(doctor.actor.email);
    expect(await rowOf(resetId)).toMatchObject({ state: 'DONE' });
  });

  it('leaves a patient the password alone', async () => {
    const patient = await createPatient();
    await setUpTotp(patient);
    const resetId = await askForReset(patient);
    await confirmTwice(resetId);
    await letResetBeDue(resetId);
    // Two workers at once.
    await Promise.all([applyFactorReset({ resetId }, JOB), applyFactorReset({ resetId }, JOB)]);
    const { sessionId } = await halfOpenOf(patient);
    expect(await findLiveSession(sessionId)).toMatchObject({ missing: null });
    const mails = await newsTo(patient);
    expect(mails.filter((mail) => mail.subject === subject('done'))).toHaveLength(1);
  });

  it('is asked for once, by a session that lacks the second factor', async () => {
    await expect(askFactorReset(doctor.actor)).rejects.toMatchObject({ code: 'wrong-state' });
    const half = await halfOpenOf(doctor);
    const asked = await refusalsOf(Array.from({ length: 4 }, () => askFactorReset(half)));
    expect(asked.filter((code) => code === null)).toHaveLength(1);
    expect(asked.filter((code) => code === 'conflict')).toHaveLength(3);
    const whole = await createPatient();
    await expect(askFactorReset(whole.actor)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is confirmed by two different administrators, each once, also in parallel', async () => {
    const resetId = await askForReset(doctor);
    const same = await refusalsOf(
      Array.from({ length: 4 }, () => confirmFactorReset(one.actor, resetId)),
    );
    expect(same.filter((code) => code === null)).toHaveLength(1);
    expect(new Set(same)).toEqual(new Set([null, 'wrong-state']));
    expect(await rowOf(resetId)).toMatchObject({ state: 'REQUESTED', secondById: null });
    await confirmFactorReset(two.actor, resetId);
    await expect(confirmFactorReset(one.actor, resetId)).rejects.toMatchObject({
      code: 'conflict',
    });
    const both = await askForReset(await withApp(await createPatient()));
    await Promise.all([one, two].map(({ actor }) => confirmFactorReset(actor, both)));
    const row = await rowOf(both);
    expect(row.state).toBe('CONFIRMED');
    expect(new Set([row.firstById, row.secondById])).toEqual(
      new Set([one.actor.accountId, two.actor.accountId]),
    );
  });

  it('is decided and listed by administrators alone', async () => {
    const resetId = await askForReset(doctor);
    const patient = await createPatient();
    for (const { actor } of [patient, doctor]) {
      for (const act of [
        confirmFactorReset(actor, resetId),
        declineFactorReset(actor, resetId),
        startFactorReset(actor, one.actor.email),
        listFactorResets(actor, 1),
      ]) {
        await expect(act).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
    await declineFactorReset(one.actor, resetId);
    expect(await rowOf(resetId)).toMatchObject({ state: 'DECLINED', openFor: null });
    for (const act of [confirmFactorReset, declineFactorReset]) {
      await expect(act(two.actor, resetId)).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  it('shows each administrator what hinders them', async () => {
    const resetId = await askForReset(doctor);
    await confirmFactorReset(one.actor, resetId);
    const seenBy = async ({ actor }: Person) =>
      (await listFactorResets(actor, 1)).resets.find(({ id }) => id === resetId);
    expect(await seenBy(one)).toMatchObject({
      hindrance: 'confirmed-by-you',
      confirmedBy: ['Ada One'],
    });
    expect(await seenBy(two)).toMatchObject({ hindrance: null });
  });
});

async function withApp(person: Person): Promise<Person> {
  await setUpTotp(person);
  return person;
}

describe('the reset of an administrator’s second factors', () => {
  it('is started by another administrator, never asked for or confirmed by themselves', async () => {
    const lost = await withApp(await createAdmin());
    const { email, accountId } = lost.actor;
    await expect(askFactorReset(await halfOpenOf(lost))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(startFactorReset(lost.actor, email)).rejects.toMatchObject({ code: 'forbidden' });
    await startFactorReset(one.actor, email);
    const { id } = await database().factorReset.findUniqueOrThrow({
      where: { openFor: accountId },
    });
    await expect(confirmFactorReset(lost.actor, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmFactorReset(one.actor, id)).rejects.toMatchObject({ code: 'wrong-state' });
    await confirmFactorReset(two.actor, id);
    expect(await rowOf(id)).toMatchObject({ state: 'CONFIRMED' });
    expect((await newsTo(lost)).map((mail) => mail.subject)).toEqual([
      subject('started'),
      subject('second'),
    ]);
  });

  it('is not started for anybody else', async () => {
    for (const email of [doctor.actor.email, 'nobody@test.example', two.actor.email]) {
      await expect(startFactorReset(one.actor, email)).rejects.toMatchObject({
        code: 'invalid-input',
        message: t('accounts.factorReset.noSuchAdministrator'),
      });
    }
  });
});

describe('a reset that is under way is cancelled', () => {
  let resetId: string;

  beforeEach(async () => {
    resetId = await askForReset(doctor);
    await confirmTwice(resetId);
  });

  async function expectCancelled(): Promise<void> {
    expect(await rowOf(resetId)).toMatchObject({ state: 'CANCELLED', openFor: null });
    await setResetTime(resetId, new Date(Date.now() - MINUTE_MS));
    await applyFactorReset({ resetId }, JOB);
    expect(await listFactors(doctor.actor)).toMatchObject({ totp: true });
  }

  it('by the link of a mail', async () => {
    const token = secretIn((await newsTo(doctor)).at(-1));
    await cancelFactorReset(token);
    await expectCancelled();
    expect((await newsTo(doctor)).at(-1)?.subject).toBe(subject('cancelled'));
  });

  it('by a log-in with the second factor', async () => {
    const proof = { by: 'totp', code: app.codeAt(0) } as const;
    await passSecondFactor(await halfOpenOf(doctor), proof, null);
    await expectCancelled();
  });

  it('by “It was not me”', async () => {
    const token = await mintAccountToken(database(), doctor.actor.accountId, 'NOT_ME');
    await freezeAccount(token, null);
    await expectCancelled();
  });

  it('by no link of another account or purpose', async () => {
    const { accountId } = (await createPatient()).actor;
    const foreign = await mintAccountToken(database(), accountId, 'CANCEL_FACTOR_RESET');
    const other = await mintAccountToken(database(), doctor.actor.accountId, 'NOT_ME');
    for (const token of [foreign, other, 'made-up']) {
      await expect(cancelFactorReset(token)).rejects.toMatchObject({ code: 'token-invalid' });
    }
    expect(await rowOf(resetId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('by the same link again, when its answer was lost, but not once another reset is open', async () => {
    const token = await mintAccountToken(database(), doctor.actor.accountId, 'CANCEL_FACTOR_RESET');
    await Promise.all([cancelFactorReset(token), cancelFactorReset(token)]);
    await cancelFactorReset(token);
    expect((await actionsAbout(doctor.actor.accountId)).filter(isCancelled)).toHaveLength(1);
    await askForReset(doctor);
    await expect(cancelFactorReset(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });
});

const isCancelled = (action: string) => action === 'factor-reset.cancelled';
