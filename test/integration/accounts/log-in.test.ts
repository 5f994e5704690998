import { beforeEach, describe, expect, it } from 'vitest';
import { findLiveActor } from '@/accounts/find-live-actor';
import { logIn } from '@/accounts/log-in';
import { database } from '@/platform/database';
import { createDoctor, createPatient, PASSWORD, type Person } from '../../support/factories';
import { actionsAbout } from '../../support/trail';

const WRONG = 'not-the-password';
let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

/** The code and sentence that a try is refused with. */
async function refusal(email: string, password: string): Promise<object> {
  const error: unknown = await logIn({ email, password }).then(
    () => new Error('let in'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return { code: error.code, message: error.message };
}

function account() {
  return database().account.findUniqueOrThrow({ where: { id: patient.actor.accountId } });
}

async function fail(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await refusal(patient.actor.email, WRONG);
}

describe('the right password', () => {
  it('opens a session and leaves a trace', async () => {
    const { sessionId } = await logIn({ email: patient.actor.email, password: PASSWORD });
    expect(await findLiveActor(sessionId)).toMatchObject({
      accountId: patient.actor.accountId,
      role: 'PATIENT',
      sessionId,
    });
    expect(await actionsAbout(patient.actor.accountId)).toEqual(['account.logged-in']);
  });

  it('does so however the address is typed', async () => {
    const email = `  ${patient.actor.email.toUpperCase()} `;
    await expect(logIn({ email, password: PASSWORD })).resolves.toHaveProperty('sessionId');
  });

  it.each([
    ['PENDING', 'account-pending'],
    ['SUSPENDED', 'account-suspended'],
  ] as const)('tells a %s doctor why not', async (status, code) => {
    const { actor } = await createDoctor({ status });
    const sessions = await database().session.count();
    expect(await refusal(actor.email, PASSWORD)).toMatchObject({ code });
    expect(await database().session.count()).toBe(sessions);
  });
});

describe('anything else', () => {
  it('is refused alike, whether or not the account exists and whatever its status', async () => {
    const suspended = await createDoctor({ status: 'SUSPENDED' });
    const wrong = await refusal(patient.actor.email, WRONG);
    expect(wrong).toMatchObject({ code: 'wrong-credentials' });
    expect(await refusal('nobody@test.example', WRONG)).toEqual(wrong);
    expect(await refusal(suspended.actor.email, WRONG)).toEqual(wrong);
  });

  it('leaves a trace, also for an address that nobody has', async () => {
    const failed = { where: { action: 'account.log-in-failed' } };
    const before = await database().auditEvent.count(failed);
    await refusal(patient.actor.email, WRONG);
    await refusal('nobody@test.example', WRONG);
    expect(await database().auditEvent.count(failed)).toBe(before + 2);
    expect(await actionsAbout(patient.actor.accountId)).toEqual(['account.log-in-failed']);
  });

  it('does not take one password for another that merely looks alike', async () => {
    expect(await refusal(patient.actor.email, `${PASSWORD} `)).toMatchObject({
      code: 'wrong-credentials',
    });
  });
});

describe('ten wrong passwords', () => {
  it('close the account for a quarter of an hour, also for the right one', async () => {
    await fail(10);
    const locked = await refusal(patient.actor.email, PASSWORD);
    expect(locked).toEqual(await refusal('nobody@test.example', WRONG));
    const { lockedUntil } = await account();
    const minutes = ((lockedUntil?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('and afterwards the right one opens it again', async () => {
    await fail(10);
    await database().account.update({
      where: { id: patient.actor.accountId },
      data: { lockedUntil: new Date(Date.now() - 1_000) },
    });
    await expect(logIn({ email: patient.actor.email, password: PASSWORD })).resolves.toBeDefined();
    expect(await account()).toMatchObject({ failedLogins: 0, lockedUntil: null });
  });

  it('are counted one by one under parallel guesses', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => refusal(patient.actor.email, `guess number ${i}`)),
    );
    expect((await account()).lockedUntil).not.toBeNull();
    expect(await refusal(patient.actor.email, PASSWORD)).toMatchObject({
      code: 'wrong-credentials',
    });
  });
});

describe('nine wrong passwords', () => {
  it('are forgiven by the right one', async () => {
    await fail(9);
    await expect(logIn({ email: patient.actor.email, password: PASSWORD })).resolves.toBeDefined();
    expect(await account()).toMatchObject({ failedLogins: 0, lockedUntil: null });
  });
});
