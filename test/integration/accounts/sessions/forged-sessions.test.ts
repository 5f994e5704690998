import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmEmailChange } from '@/accounts/email-change/confirm-email-change';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { findTokenAccount } from '@/accounts/passwords/find-token-account';
import { endOtherSessions } from '@/accounts/sessions/end-own-session';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { findLiveSession } from '@/accounts/sessions/find-live-session';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { openSession } from '@/accounts/sessions/open-session';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { tokenHash } from '@/vault/token-hash';
import { createAdmin, createPatient, type Person } from '../../../support/people/factories';
import { letProofGrowOld } from '../../../support/people/proof';

/** Somebody who can write to the database, has an account of their own, and lacks the keyring. */
let attacker: Person;
let victim: Person;
let session: { id: string };

const inAnHour = () => new Date(Date.now() + HOUR_MS);

beforeEach(async () => {
  [attacker, victim] = [await createPatient(), await createAdmin()];
  session = { id: attacker.actor.sessionId };
  vi.spyOn(log(), 'error').mockReturnValue();
});

describe('a session', () => {
  it('opens for its own account, until somebody moves it to another', async () => {
    expect(await findLiveActor(session.id)).toEqual(attacker.actor);
    const { accountId } = victim.actor;
    await database().session.update({ where: session, data: { accountId } });
    expect(await findLiveSession(session.id)).toBeNull();
  });

  it('is none when somebody writes the row of one', async () => {
    const { accountId } = victim.actor;
    const row = { id: randomUUID(), accountId, expiresAt: inAnHour() };
    await database().session.create({ data: row });
    expect(await findLiveSession(row.id)).toBeNull();
    const mac = Uint8Array.from(randomBytes(32));
    await database().session.update({ where: { id: row.id }, data: { mac } });
    expect(await findLiveSession(row.id)).toBeNull();
  });

  it('is none under the id of another', async () => {
    await database().session.delete({ where: session });
    await database().session.update({ where: { id: victim.actor.sessionId }, data: session });
    expect(await findLiveSession(session.id)).toBeNull();
  });

  it.each([
    ['gets a second factor', { secondFactorAt: new Date() }],
    ['lasts longer', { expiresAt: new Date(Date.now() + 1_000 * HOUR_MS) }],
    ['was used a moment ago', { lastSeenAt: inAnHour() }],
  ])('is over when somebody writes that it %s', async (_, data) => {
    await database().session.update({ where: session, data });
    expect(await findLiveSession(session.id)).toBeNull();
  });

  it('is not proved by a written proof', async () => {
    await letProofGrowOld(attacker);
    await database().session.update({ where: session, data: { provedAt: new Date() } });
    await expect(requireFreshProof(attacker.actor)).rejects.toMatchObject({ code: 'proof-needed' });
  });

  it('stays ended when somebody takes its end away', async () => {
    const other = await openSession(database(), attacker.actor.accountId);
    await endOtherSessions(attacker.actor);
    await database().session.update({ where: { id: other }, data: { revokedAt: null } });
    expect(await findLiveSession(other)).toBeNull();
    expect(await findLiveActor(session.id)).not.toBeNull();
  });
});

describe('an account', () => {
  it.each([
    ['password', async () => ({ passwordHash: await hashPassword('a password of the attacker') })],
    ['address', () => ({ email: attacker.actor.email.replace('@', '+2@') })],
    ['role', () => ({ role: 'ADMIN' as const })],
  ])('lets nobody in when somebody writes another %s into it', async (_, change) => {
    const { accountId: id, sessionId } = attacker.actor;
    const token = await mintAccountToken(database(), id, 'RESET_PASSWORD');
    await database().account.update({ where: { id }, data: await change() });
    expect(await findLiveSession(sessionId)).toBeNull();
    const account = await database().account.findUniqueOrThrow({ where: { id } });
    for (const password of [attacker.password, 'a password of the attacker']) {
      await expect(logIn({ email: account.email, password })).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
    }
    await expect(resetPassword({ token, password: 'calm-lantern-harbour' })).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('keeps its address when somebody writes a confirmed wish for another', async () => {
    const { accountId } = attacker.actor;
    const token = 'w'.repeat(43);
    await database().emailChange.create({
      data: {
        accountId,
        newEmail: 'stranger@mail.example',
        newTokenHash: await tokenHash(database(), token),
        oldConfirmedAt: new Date(),
        expiresAt: inAnHour(),
      },
    });
    await expect(confirmEmailChange(token, null)).rejects.toMatchObject({ code: 'token-invalid' });
  });
});

describe('a mailed link', () => {
  it.each([
    ['another account', () => ({ accountId: victim.actor.accountId })],
    ['another purpose', () => ({ purpose: 'CONFIRM_EMAIL' as const })],
    ['a longer time', () => ({ expiresAt: new Date(Date.now() + 48 * HOUR_MS) })],
  ])('opens nothing when it is moved to %s', async (_, change) => {
    const { accountId } = attacker.actor;
    const token = await mintAccountToken(database(), accountId, 'RESET_PASSWORD');
    const { id } = await findTokenAccount(database(), token, 'RESET_PASSWORD');
    expect(id).toBe(accountId);
    const data = change();
    await database().accountToken.updateMany({ where: { accountId }, data });
    const purpose = 'purpose' in data ? data.purpose : 'RESET_PASSWORD';
    await expect(findTokenAccount(database(), token, purpose)).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('is none when somebody writes the row of one, as versions before kept it', async () => {
    const token = randomBytes(32).toString('base64url');
    const plainHash = Uint8Array.from(createHash('sha256').update(token).digest());
    await database().accountToken.create({
      data: {
        accountId: victim.actor.accountId,
        purpose: 'RESET_PASSWORD',
        tokenHash: plainHash,
        expiresAt: new Date(Date.now() + 10 * MINUTE_MS),
      },
    });
    await expect(findTokenAccount(database(), token, 'RESET_PASSWORD')).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });
});
