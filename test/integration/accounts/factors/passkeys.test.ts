import { beforeEach, describe, expect, it, vi } from 'vitest';
import type WebAuthnEmulator from 'nid-webauthn-emulator';
import {
  beginPasskeyLogIn,
  beginPasskeyProof,
} from '@/accounts/factors/passkeys/begin-passkey-proof';
import { beginPasskeyRegistration } from '@/accounts/factors/passkeys/begin-passkey-registration';
import { finishPasskeyRegistration } from '@/accounts/factors/passkeys/finish-passkey-registration';
import { logInWithPasskey } from '@/accounts/factors/passkeys/log-in-with-passkey';
import {
  authenticationAnswer,
  registrationAnswer,
} from '@/accounts/factors/passkeys/passkey-schema';
import { requirePasskeyStill } from '@/accounts/factors/passkeys/require-passkey-still';
import { removePasskey } from '@/accounts/factors/passkeys/remove-passkey';
import { renewProof } from '@/accounts/factors/renew-proof';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { findLiveSession } from '@/accounts/sessions/find-live-session';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { database, inTransaction } from '@/platform/database/database';
import { createPatient, type Person } from '../../../support/people/factories';
import { ourOrigin, setUpPasskey } from '../../../support/people/factors';
import { letProofGrowOld } from '../../../support/people/proof';
import { alterAccount } from '../../../support/people/alter-account';

const REFUSED = { code: 'passkey-refused' };
const BROWSER = { formerSessionId: null, device: 'Firefox on Windows' };

let patient: Person;
let authenticator: WebAuthnEmulator;

beforeEach(async () => {
  patient = await createPatient();
  authenticator = await setUpPasskey(patient);
});

/** Until the check of a passkey has noted its use. */
async function verified(id: string): Promise<void> {
  await vi.waitFor(async () => {
    const { lastUsedAt } = await database().passkey.findUniqueOrThrow({ where: { id } });
    if (lastUsedAt === null) throw new Error('Not verified yet');
  });
}

async function answerLogIn(origin = ourOrigin()) {
  return authenticationAnswer.parse(authenticator.getJSON(origin, await beginPasskeyLogIn()));
}

describe('a passkey', () => {
  it('logs in alone, with its user checked', async () => {
    const { sessionId } = await logInWithPasskey(await answerLogIn(), BROWSER);
    expect(await findLiveActor(sessionId)).toMatchObject({ accountId: patient.actor.accountId });
    const session = await database().session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(session).toMatchObject({ device: BROWSER.device });
    expect(session.secondFactorAt).not.toBeNull();
  });

  it('is the second factor after a password', async () => {
    const { actor, password } = patient;
    const { sessionId } = await logIn({ email: actor.email, password });
    const half = await findLiveSession(sessionId);
    expect(half?.missing).toBe('second-factor');
    const options = await beginPasskeyProof(actor.accountId);
    const answer = authenticationAnswer.parse(authenticator.getJSON(ourOrigin(), options));
    await passSecondFactor({ ...actor, sessionId }, { by: 'passkey', answer }, null);
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });

  it('has no answer accepted twice', async () => {
    const answer = await answerLogIn();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => logInWithPasskey(answer, BROWSER)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused from another site', async () => {
    const options = await beginPasskeyLogIn();
    const elsewhere = new URL(ourOrigin());
    elsewhere.port = '1';
    const answer = authenticationAnswer.parse(authenticator.getJSON(elsewhere.origin, options));
    await expect(logInWithPasskey(answer, BROWSER)).rejects.toMatchObject(REFUSED);
  });

  it('is refused for a challenge that we did not make, or made for another purpose', async () => {
    const options = await beginPasskeyLogIn();
    const foreign = { ...options, challenge: Buffer.alloc(32, 7).toString('base64url') };
    const answer = authenticationAnswer.parse(authenticator.getJSON(ourOrigin(), foreign));
    await expect(logInWithPasskey(answer, BROWSER)).rejects.toMatchObject(REFUSED);
    const proof = await beginPasskeyProof(patient.actor.accountId);
    const proving = authenticationAnswer.parse(authenticator.getJSON(ourOrigin(), proof));
    await expect(logInWithPasskey(proving, BROWSER)).rejects.toMatchObject(REFUSED);
  });

  it('is refused when the challenge is too old', async () => {
    const answer = await answerLogIn();
    await database().webauthnChallenge.updateMany({
      where: { purpose: 'LOG_IN' },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await expect(logInWithPasskey(answer, BROWSER)).rejects.toMatchObject(REFUSED);
  });

  it('is refused when its count went back, and the owner gets a mail', async () => {
    const { accountId } = patient.actor;
    await logInWithPasskey(await answerLogIn(), BROWSER);
    await database().passkey.updateMany({ where: { accountId }, data: { counter: 1_000 } });
    await expect(logInWithPasskey(await answerLogIn(), BROWSER)).rejects.toMatchObject(REFUSED);
    const notices = await database().outboxJob.findMany({
      where: { kind: 'mail-security-notice', payload: { path: '$.accountId', equals: accountId } },
    });
    expect(notices.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ event: { kind: 'passkey-copied', name: 'Phone' } }),
    );
  });

  it('of another account proves nothing', async () => {
    const other = await createPatient();
    const options = await beginPasskeyProof(other.actor.accountId);
    // Its own authenticator would not answer for passkeys that are not on it.
    const open = { ...options, allowCredentials: [] };
    const answer = authenticationAnswer.parse(authenticator.getJSON(ourOrigin(), open));
    await expect(
      passSecondFactor(other.actor, { by: 'passkey', answer }, null),
    ).rejects.toMatchObject(REFUSED);
  });

  it('is made only with a fresh proof, for a challenge of one’s own', async () => {
    const other = await createPatient();
    const options = await beginPasskeyRegistration(other.actor);
    const answer = registrationAnswer.parse(authenticator.createJSON(ourOrigin(), options));
    await expect(finishPasskeyRegistration(patient.actor, answer, 'Theirs')).rejects.toMatchObject(
      REFUSED,
    );
    await letProofGrowOld(patient);
    await expect(beginPasskeyRegistration(patient.actor)).rejects.toMatchObject({
      code: 'proof-needed',
    });
  });

  it('no longer logs in once it is removed; a stranger cannot remove it', async () => {
    const { accountId } = patient.actor;
    const { id } = await database().passkey.findFirstOrThrow({ where: { accountId } });
    const stranger = await createPatient();
    await expect(removePasskey(stranger.actor, id)).rejects.toMatchObject({ code: 'not-found' });
    await removePasskey(patient.actor, id);
    await expect(logInWithPasskey(await answerLogIn(), BROWSER)).rejects.toMatchObject(REFUSED);
    const { sessionId } = await logIn({ email: patient.actor.email, password: patient.password });
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });

  it('proves nothing when it is removed or doubted between its check and what it opens', async () => {
    const { accountId, sessionId } = patient.actor;
    const row = await database().passkey.findFirstOrThrow({ where: { accountId } });
    const account = await database().account.findUniqueOrThrow({ where: { id: accountId } });
    const check = (of: typeof account) =>
      inTransaction(async (tx) => requirePasskeyStill(tx, of, row));
    await check(account);
    await expect(check({ ...account, factorsDoubtedFrom: row.createdAt })).rejects.toMatchObject(
      REFUSED,
    );

    const options = await beginPasskeyProof(accountId);
    const answer = authenticationAnswer.parse(authenticator.getJSON(ourOrigin(), options));
    await letProofGrowOld(patient);
    // The removal waits for nothing, the proof for the account's row, which the removal holds.
    const proof = await inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
      const proving = renewProof(patient.actor, { by: 'passkey', answer }, null);
      await verified(row.id);
      await tx.passkey.delete({ where: { id: row.id } });
      return [proving] as const;
    });
    await expect(proof[0]).rejects.toMatchObject(REFUSED);
    const { provedAt } = await database().session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(provedAt.getTime()).toBeLessThan(Date.now() - 4 * 60_000);
  });

  it('ends the sessions of other browsers when it is removed', async () => {
    const { sessionId } = await logInWithPasskey(await answerLogIn(), BROWSER);
    const { id } = await database().passkey.findFirstOrThrow({
      where: { accountId: patient.actor.accountId },
    });
    await removePasskey(patient.actor, id);
    expect(await findLiveActor(sessionId)).toBeNull();
    expect(await findLiveActor(patient.actor.sessionId)).not.toBeNull();
  });

  it('of a suspended account is refused', async () => {
    const answer = await answerLogIn();
    await alterAccount(patient.actor.accountId, { status: 'SUSPENDED' });
    await expect(logInWithPasskey(answer, BROWSER)).rejects.toMatchObject({
      code: 'account-suspended',
    });
  });
});
