import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { renewProof } from '@/accounts/factors/renew-proof';
import { beginTotp } from '@/accounts/factors/totp/begin-totp';
import { confirmTotp } from '@/accounts/factors/totp/confirm-totp';
import { removeTotp } from '@/accounts/factors/totp/remove-totp';
import { matchTotp } from '@/accounts/factors/totp/totp-secret';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { findLiveSession } from '@/accounts/sessions/find-live-session';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database } from '@/platform/database/database';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { t } from '../../../support/messages/english';
import { setUpTotp } from '../../../support/people/factors';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import { alterAccount } from '../../../support/people/alter-account';

let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

/** A log-in with the password: a session that still lacks its second factor. */
async function logInHalfway({ actor, password }: Person): Promise<Person['actor']> {
  const { sessionId } = await logIn({ email: actor.email, password });
  const session = await findLiveSession(sessionId);
  if (session === null) throw new Error('The session is not live');
  return session.actor;
}

describe('the time steps of a code (RFC 6238)', () => {
  const secret = Uint8Array.from(Buffer.from('12345678901234567890'));
  // The appendix’s vectors, their last six digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds the code is %s', (seconds, code) => {
    const now = new Date(seconds * 1_000);
    const step = BigInt(Math.floor(seconds / 30));
    expect(matchTotp(secret, code, now)).toEqual({ outcome: 'right', step });
  });

  it.each([
    ['a minute behind', 60, 'right'],
    ['a minute ahead', -60, 'right'],
    ['five minutes behind', 300, 'clock-off'],
    ['an hour behind', 3_600, 'wrong'],
  ])('a phone’s clock that is %s is %s', (_, seconds, outcome) => {
    const now = new Date((1_111_111_109 + seconds) * 1_000);
    expect(matchTotp(secret, '081804', now).outcome).toBe(outcome);
  });
});

describe('an authenticator app', () => {
  it('is asked for after the password, and opens the session', async () => {
    const app = await setUpTotp(patient);
    const half = await logInHalfway(patient);
    expect(await findLiveActor(half.sessionId)).toBeNull();
    const code = app.codeAt(0);
    await passSecondFactor(
      half,
      { by: 'totp', code: `${code.slice(0, 3)} ${code.slice(3)}` },
      null,
    );
    expect(await findLiveActor(half.sessionId)).toMatchObject({
      accountId: patient.actor.accountId,
    });
  });

  it('ends the sessions of other browsers when it is set up', async () => {
    const { sessionId } = await logIn({ email: patient.actor.email, password: patient.password });
    await setUpTotp(patient);
    expect(await findLiveSession(sessionId)).toBeNull();
    expect(await findLiveActor(patient.actor.sessionId)).not.toBeNull();
  });

  it('can be confirmed once more by the same code when the answer was lost', async () => {
    const { secret } = await beginTotp(patient.actor);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const confirm = (typed: string) => confirmTotp(patient.actor, typed, null);
    await Promise.all([confirm(code), confirm(code)]);
    await confirm(code);
    const traces = await actionsAbout(patient.actor.accountId);
    expect(traces.filter((action) => action === 'account.factor-added')).toHaveLength(1);
    const other = code === '000000' ? '111111' : '000000';
    await expect(confirm(other)).rejects.toMatchObject({ code: 'factor-wrong' });
  });

  it('proves nothing before its first code', async () => {
    await beginTotp(patient.actor);
    await expect(confirmTotp(patient.actor, '000000', null)).rejects.toMatchObject({
      code: 'factor-wrong',
    });
    const { sessionId } = await logIn({ email: patient.actor.email, password: patient.password });
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });

  it('has no code accepted twice, not even at the same time', async () => {
    const app = await setUpTotp(patient);
    const code = app.codeAt(0);
    const halves = await Promise.all(Array.from({ length: 4 }, () => logInHalfway(patient)));
    const outcomes = await Promise.allSettled(
      halves.map((half) => passSecondFactor(half, { by: 'totp', code }, null)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    // An earlier code is used up with it.
    const late = await logInHalfway(patient);
    await expect(
      passSecondFactor(late, { by: 'totp', code: app.codeAt(-1) }, null),
    ).rejects.toMatchObject({ code: 'factor-wrong' });
  });

  it.each([
    ['of five minutes ago is named as one of a phone whose clock is behind', -10, 'clockOff'],
    // Else a guess could be kept until its time comes.
    ['of the next minutes is not told apart from a wrong one', 10, 'codeWrong'],
  ] as const)('a code %s', async (_, steps, key) => {
    const app = await setUpTotp(patient);
    const half = await logInHalfway(patient);
    const pass = passSecondFactor(half, { by: 'totp', code: app.codeAt(steps) }, null);
    await expect(pass).rejects.toMatchObject({ message: t(`accounts.factors.${key}`) });
  });

  it('holds the cap on 50 guesses at once, and then refuses the right code, too', async () => {
    const app = await setUpTotp(patient);
    const half = await logInHalfway(patient);
    const right = app.codeAt(0);
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    const guesses = await Promise.allSettled(
      Array.from({ length: 50 }, () => passSecondFactor(half, { by: 'totp', code: wrong }, null)),
    );
    const codes = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'accepted',
    );
    expect(codes.filter((code) => code === 'factor-wrong')).toHaveLength(5);
    expect(codes).not.toContain('accepted');
    await expect(passSecondFactor(half, { by: 'totp', code: right }, null)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('is closed by a stranger’s guesses to their own network alone, and never to a known browser', async () => {
    const app = await setUpTotp(patient);
    const right = app.codeAt(0);
    const code = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    const half = await logInHalfway(patient);
    const guess = (network: string) =>
      passSecondFactor(half, { by: 'totp', code }, null, network).catch(() => undefined);
    for (let times = 0; times < 8; times += 1) await guess('203.0.113.1');
    const proof = { by: 'totp', code: right } as const;
    const deviceCookie = await passSecondFactor(half, proof, null, '198.51.100.1');
    // Strangers of many networks together close it to strangers.
    for (const network of ['203.0.113.2', '203.0.113.3', '203.0.113.4']) {
      for (let times = 0; times < 5; times += 1) await guess(network);
    }
    const next = { by: 'totp', code: app.codeAt(1) } as const;
    const late = await logInHalfway(patient);
    await expect(passSecondFactor(late, next, null, '198.51.100.2')).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    await passSecondFactor(late, next, deviceCookie, '203.0.113.1');
    expect(await findLiveActor(late.sessionId)).not.toBeNull();
  });

  it('lets one network try few codes over all accounts', async () => {
    const network = '192.0.2.77';
    const proof = { by: 'totp', code: '000000' } as const;
    const codes: unknown[] = [];
    for (let person = 0; person < 7; person += 1) {
      const { actor } = await createPatient();
      for (let times = 0; times < 5; times += 1) {
        const refusal: unknown = await passSecondFactor(actor, proof, null, network).catch(
          (error: unknown) => error,
        );
        codes.push((refusal as { code: string }).code);
      }
    }
    expect(codes.filter((code) => code === 'factor-wrong')).toHaveLength(30);
    expect(codes.slice(30)).toEqual(Array(5).fill('too-many-requests'));
  });

  it('renews a proof, for which the password is not enough any more', async () => {
    const app = await setUpTotp(patient);
    await letProofGrowOld(patient);
    await expect(
      renewProof(patient.actor, { by: 'password', password: patient.password }, null),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    await renewProof(patient.actor, { by: 'totp', code: app.codeAt(1) }, null);
    await expect(requireFreshProof(patient.actor)).resolves.toBeUndefined();
  });

  it('has its secret sealed for this account alone', async () => {
    await setUpTotp(patient);
    const other = await createPatient();
    const otherApp = await setUpTotp(other);
    const own = await database().totpSecret.findUniqueOrThrow({
      where: { accountId: other.actor.accountId },
    });
    await database().totpSecret.update({
      where: { accountId: patient.actor.accountId },
      data: { sealed: own.sealed },
    });
    const half = await logInHalfway(patient);
    await expect(
      passSecondFactor(half, { by: 'totp', code: otherApp.codeAt(0) }, null),
    ).rejects.toThrow();
    expect(await findLiveActor(half.sessionId)).toBeNull();
  });

  it('can be removed by a patient, and leaves the password alone', async () => {
    await setUpTotp(patient);
    await removeTotp(patient.actor);
    const { sessionId } = await logIn({ email: patient.actor.email, password: patient.password });
    expect(await findLiveActor(sessionId)).not.toBeNull();
    expect(await actionsAbout(patient.actor.accountId)).toContain('account.factor-removed');
  });

  it('cannot be removed by a doctor as the last one, nor without a fresh proof', async () => {
    const doctor = await createDoctor();
    await setUpTotp(doctor);
    await expect(removeTotp(doctor.actor)).rejects.toMatchObject({ code: 'wrong-state' });
    await letProofGrowOld(doctor);
    await expect(removeTotp(doctor.actor)).rejects.toMatchObject({ code: 'proof-needed' });
    const { accountId } = doctor.actor;
    expect(await database().totpSecret.count({ where: { accountId } })).toBe(1);
  });
});

describe('a doctor without a second factor', () => {
  it('has seven days from the first log-in, then nothing but the set-up', async () => {
    const doctor = await createDoctor();
    const { accountId, email } = doctor.actor;
    const { sessionId } = await logIn({ email, password: doctor.password });
    expect(await findLiveActor(sessionId)).not.toBeNull();
    const { secondFactorDueAt } = await database().account.findUniqueOrThrow({
      where: { id: accountId },
    });
    expect(secondFactorDueAt).not.toBeNull();
    await alterAccount(accountId, { secondFactorDueAt: new Date(Date.now() - 60_000) });
    expect(await findLiveSession(sessionId)).toMatchObject({ missing: 'factor-setup' });
    expect(await findLiveActor(sessionId)).toBeNull();
  });

  it('is never asked as a patient', async () => {
    await logIn({ email: patient.actor.email, password: patient.password });
    const { accountId } = patient.actor;
    const account = await database().account.findUniqueOrThrow({ where: { id: accountId } });
    expect(account.secondFactorDueAt).toBeNull();
  });
});
