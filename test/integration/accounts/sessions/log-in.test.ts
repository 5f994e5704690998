import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { readKnownDevice } from '@/accounts/devices/known-device';
import { enterAccount } from '@/accounts/sessions/log-in/enter-account';
import { logIn, type LogInOrigin } from '@/accounts/sessions/log-in/log-in';
import type { Prisma } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import {
  createDoctor,
  createPatient,
  PASSWORD,
  type Person,
} from '../../../support/people/factories';
import { actionsAbout } from '../../../support/people/trail';

const WRONG = 'not-the-password';
let patient: Person;
/** Where the tries of a test come from. */
let here: LogInOrigin;
let networks = 0;

beforeEach(async () => {
  patient = await createPatient();
  here = { network: newNetwork(), deviceCookie: null, formerSessionId: null, device: null };
});

function newNetwork(): string {
  networks += 1;
  return `203.0.113.${String(networks)}`;
}

/** The right password. */
function enter() {
  return logIn({ email: patient.actor.email, password: PASSWORD }, here);
}

async function endAllWindows(): Promise<void> {
  await database().callWindow.updateMany({ data: { endsAt: new Date(Date.now() - MINUTE_MS) } });
}

/** The code and sentence that a try is refused with. */
async function refusal(email: string, password: string): Promise<object> {
  const error: unknown = await logIn({ email, password }, here).then(
    () => new Error('let in'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return { code: error.code, message: error.message };
}

async function fail(times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => refusal(patient.actor.email, WRONG)));
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
  ] as const)('explains the refusal to a %s doctor', async (status, code) => {
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

  it('leaves a trace, also for an unknown address', async () => {
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
  it('close the account to their own network for a quarter of an hour', async () => {
    await fail(10);
    const closed = await refusal(patient.actor.email, PASSWORD);
    expect(closed).toMatchObject({ code: 'too-many-requests' });
    await endAllWindows();
    await expect(enter()).resolves.toBeDefined();
  });

  it('are answered alike for an unknown address', async () => {
    const unknownTries = Array.from({ length: 10 }, () =>
      refusal('nobody-at-all@test.example', WRONG),
    );
    await Promise.all(unknownTries);
    const unknown = await refusal('nobody-at-all@test.example', WRONG);
    here = { ...here, network: newNetwork() };
    await fail(10);
    expect(await refusal(patient.actor.email, WRONG)).toEqual(unknown);
  });

  it('keep the owner out on no other network', async () => {
    await fail(12);
    here = { ...here, network: newNetwork() };
    await expect(enter()).resolves.toBeDefined();
  });

  it('keep the owner’s own browser out nowhere', async () => {
    const { deviceCookie } = await enter();
    await fail(12);
    here = { ...here, deviceCookie };
    await expect(enter()).resolves.toBeDefined();
  });

  it('in the owner’s own browser close it to that browser alone', async () => {
    const stranger = here;
    here = { ...here, deviceCookie: (await enter()).deviceCookie };
    await fail(10);
    expect(await refusal(patient.actor.email, PASSWORD)).toMatchObject({
      code: 'too-many-requests',
    });
    here = stranger;
    await expect(enter()).resolves.toBeDefined();
  });

  it('are counted one by one under parallel guesses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refusal(patient.actor.email, `guess number ${i}`)),
    );
    const looked = answers.filter(
      (answer) => 'code' in answer && answer.code === 'wrong-credentials',
    );
    expect(looked).toHaveLength(10);
  });
});

describe('one network', () => {
  it('gets thirty wrong passwords over all accounts', async () => {
    const codes = await Promise.all(
      Array.from({ length: 35 }, (_, i) => refusal(`someone-${String(i)}@test.example`, WRONG)),
    );
    const closed = codes.filter(
      (answer) => 'code' in answer && answer.code === 'too-many-requests',
    );
    expect(closed).toHaveLength(5);
    expect(await refusal(patient.actor.email, PASSWORD)).toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('is not closed to others by one person who goes on trying', async () => {
    await fail(40);
    const other = await createPatient();
    await expect(
      logIn({ email: other.actor.email, password: PASSWORD }, here),
    ).resolves.toBeDefined();
  });

  it('is not held back by right ones, so that a clinic can begin its day', async () => {
    for (let i = 0; i < 32; i += 1) await enter();
    await expect(enter()).resolves.toBeDefined();
  });
});

describe('strangers of many networks', () => {
  it('together get a hundred wrong passwords an hour, known browsers aside', async () => {
    const { deviceCookie } = await enter();
    for (let net = 0; net < 10; net += 1) {
      here = { ...here, network: newNetwork() };
      await Promise.all(Array.from({ length: 10 }, () => refusal(patient.actor.email, WRONG)));
    }
    here = { ...here, network: newNetwork() };
    expect(await refusal(patient.actor.email, PASSWORD)).toMatchObject({
      code: 'too-many-requests',
    });
    here = { ...here, deviceCookie };
    await expect(enter()).resolves.toBeDefined();
  });
});

describe('nine wrong passwords', () => {
  it('are forgiven by the right one', async () => {
    await fail(9);
    await expect(enter()).resolves.toBeDefined();
    await fail(9);
    await expect(enter()).resolves.toBeDefined();
  });
});

describe('the cookie of a known browser', () => {
  it('is good for no other account, nor after a new password, nor when made up', async () => {
    const { deviceCookie } = await enter();
    const account = await database().account.findUniqueOrThrow({
      where: { id: patient.actor.accountId },
    });
    expect(readKnownDevice(account, deviceCookie)).not.toBeNull();
    expect(readKnownDevice({ ...account, id: randomUUID() }, deviceCookie)).toBeNull();
    expect(readKnownDevice({ ...account, passwordHash: 'another' }, deviceCookie)).toBeNull();
    const withFactor = { ...account, secondFactorSince: new Date() };
    expect(readKnownDevice(withFactor, deviceCookie)).toBeNull();
    for (const forged of ['', '.', `${randomUUID()}.${'x'.repeat(43)}`, `${deviceCookie}x`]) {
      expect(readKnownDevice(account, forged)).toBeNull();
    }
  });
});

describe('another log-in of the same browser', () => {
  it('ends the session that it had, of whatever account, and leaves a trace', async () => {
    const elsewhere = (await createPatient()).actor;
    const own = patient.actor;
    here = { ...here, formerSessionId: elsewhere.sessionId };
    await logIn({ email: own.email, password: PASSWORD }, here);
    expect(await findLiveActor(elsewhere.sessionId)).toBeNull();
    expect(await findLiveActor(own.sessionId)).not.toBeNull();
    expect(await actionsAbout(elsewhere.accountId)).toEqual(['account.logged-out']);
  });

  it('ends the session that it had', async () => {
    const { sessionId } = await enter();
    here = { ...here, formerSessionId: sessionId };
    await enter();
    expect(await findLiveActor(sessionId)).toBeNull();
  });

  it('leaves it when the password was wrong', async () => {
    const { sessionId } = await enter();
    here = { ...here, formerSessionId: sessionId };
    await fail(1);
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });
});

describe('a log-in whose password was right a moment ago', () => {
  /** Its last step, after something has changed the account since the password was checked. */
  async function enterAfter(change: Prisma.AccountUpdateInput): Promise<string> {
    const where = { id: patient.actor.accountId };
    const checked = await database().account.findUniqueOrThrow({ where });
    await database().account.update({ where, data: change });
    return inTransaction((tx) => enterAccount(tx, checked, here, false));
  }

  it.each([
    ['frozen', { frozenAt: new Date(0) }],
    ['suspended', { status: 'SUSPENDED' }],
    ['given another password', { passwordHash: 'another' }],
    ['given another address', { email: 'another@mail.example' }],
  ] as const)('is refused when the account has been %s since', async (_, change) => {
    await expect(enterAfter(change)).rejects.toMatchObject({ code: 'wrong-credentials' });
    const sessions = { accountId: patient.actor.accountId, id: { not: patient.actor.sessionId } };
    expect(await database().session.count({ where: sessions })).toBe(0);
  });

  it.each([
    ['nothing that matters has changed', { timeZone: 'Europe/Athens' }],
    [
      'a frozen account still asks for its second factor',
      { frozenAt: new Date(0), secondFactorSince: new Date(0) },
    ],
  ])('is let in when %s', async (_, change) => {
    await expect(enterAfter(change)).resolves.toBeDefined();
  });
});
