import { createHash, randomBytes } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Wallet } from 'ethers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { applyFactorReset } from '@/accounts/factor-resets/apply-factor-reset';
import { confirmFactorReset } from '@/accounts/factor-resets/confirm-factor-reset';
import { newBackupCode } from '@/accounts/factors/backup-codes/backup-code';
import { storeBackupCodes } from '@/accounts/factors/backup-codes/store-backup-codes';
import { listFactors } from '@/accounts/factors/list-factors';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { newChallenge, takeChallenge } from '@/accounts/factors/passkeys/webauthn-challenge';
import { beginTotp } from '@/accounts/factors/totp/begin-totp';
import { totpOf, openTotpSecret } from '@/accounts/factors/totp/totp-secret';
import { sendResetPassword } from '@/accounts/password-reset/send-reset-password';
import { findLiveSession } from '@/accounts/sessions/find-live-session';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { database, inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { activeRecipients } from '@/reports/recovery-kit/active-recipients';
import { bindWallet } from '../../support/chain/test-chain';
import { alterAccount } from '../../support/people/alter-account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { askForReset, halfOpenOf } from '../../support/people/factor-reset';
import { setUpTotp, type AuthenticatorApp } from '../../support/people/factors';
import { quickHash } from '../../support/people/quick-hash';
import { givePaperKey } from '../../support/recovery-kit/kits';

/** Somebody who can write to the database, knows the victim's password, and lacks the keyring. */
let attacker: Person;
let victim: Person;
let app: AuthenticatorApp;

const JOB = { id: 1n, locale: 'en' } as const;
const aMinuteAgo = () => new Date(Date.now() - MINUTE_MS);
const of = ({ actor: { accountId } }: Person) => ({ where: { accountId } });
const enter = ({ actor: { email }, password }: Person) => logIn({ email, password });

beforeEach(async () => {
  [attacker, victim] = [await createPatient(), await createPatient()];
  app = await setUpTotp(victim);
  vi.spyOn(log(), 'error').mockReturnValue();
});

describe('the second factor', () => {
  it.each([
    ['it had none', { secondFactorSince: null }],
    ['it had to have none for years', { secondFactorDueAt: new Date('2036-01-01') }],
    ['no factor of it is doubted', { factorsDoubtedFrom: null }],
    ['it is not frozen', { frozenAt: null }],
  ])('lets nobody in when somebody writes that %s', async (_, data) => {
    const { accountId: id } = victim.actor;
    await alterAccount(id, { factorsDoubtedFrom: new Date(), frozenAt: new Date() });
    expect(await findLiveSession((await enter(victim)).sessionId)).toMatchObject({
      missing: 'second-factor',
    });
    await database().account.update({ where: { id }, data });
    await expect(enter(victim)).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  it('is not given by a code that somebody wrote, or that was used', async () => {
    const { accountId } = victim.actor;
    const [own, forged] = [newBackupCode(), newBackupCode()];
    await inTransaction(async (tx) => storeBackupCodes(tx, accountId, [await quickHash(own)]));
    const pass = async (code: string) =>
      passSecondFactor(await halfOpenOf(victim), { by: 'backup-code', code }, null);
    await pass(own);
    await database().backupCode.updateMany({ ...of(victim), data: { usedAt: null } });
    await expect(pass(own)).rejects.toMatchObject({ code: 'factor-wrong' });
    await database().backupCode.create({ data: { accountId, hash: await quickHash(forged) } });
    await expect(pass(forged)).rejects.toMatchObject({ code: 'factor-wrong' });
  });

  it('is not given by a code of the app that was used', async () => {
    const proof = { by: 'totp', code: app.codeAt(0) } as const;
    await passSecondFactor(await halfOpenOf(victim), proof, null);
    await database().totpSecret.updateMany({ ...of(victim), data: { lastStep: 0n } });
    await expect(passSecondFactor(await halfOpenOf(victim), proof, null)).rejects.toMatchObject({
      code: 'factor-wrong',
    });
  });

  it('is not given by an app that nobody confirmed', async () => {
    const person = await createPatient();
    await beginTotp(person.actor);
    await alterAccount(person.actor.accountId, { secondFactorSince: aMinuteAgo() });
    await database().totpSecret.updateMany({ ...of(person), data: { confirmedAt: aMinuteAgo() } });
    const secret = await database().totpSecret.findFirstOrThrow(of(person));
    const proof = { by: 'totp', code: totpOf(openTotpSecret(secret)).generate() } as const;
    await expect(passSecondFactor(await halfOpenOf(person), proof, null)).rejects.toMatchObject({
      code: 'factor-wrong',
    });
  });

  it('is not reset by confirmations that somebody wrote', async () => {
    const [one, two] = [await createAdmin(), await createAdmin()];
    const where = { id: await askForReset(victim) };
    const first = { firstById: one.actor.accountId, firstAt: aMinuteAgo() };
    await database().factorReset.update({ where, data: first });
    await expect(confirmFactorReset(two.actor, where.id)).rejects.toMatchObject({
      code: 'conflict',
    });
    const second = { secondById: two.actor.accountId, effectiveAt: aMinuteAgo() };
    await database().factorReset.update({ where, data: { ...second, state: 'CONFIRMED' } });
    await applyFactorReset({ resetId: where.id }, JOB);
    expect(await listFactors(victim.actor)).toMatchObject({ totp: true });
  });

  it('is not asked of an authenticator by a challenge that somebody wrote or moved', async () => {
    const { accountId } = victim.actor;
    const use = { purpose: 'PROVE', accountId } as const;
    const text = randomBytes(32).toString('base64url');
    const hash = Uint8Array.from(createHash('sha256').update(text).digest());
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await database().webauthnChallenge.create({ data: { hash, expiresAt, ...use } });
    expect(await takeChallenge(text, use)).toBe(false);
    const made = await newChallenge({ ...use, accountId: attacker.actor.accountId });
    await database().webauthnChallenge.updateMany({ ...of(attacker), data: { accountId } });
    expect(await takeChallenge(Buffer.from(made).toString('base64url'), use)).toBe(false);
  });
});

describe('another person', () => {
  it.each([
    ['name', { displayName: 'Dr. Somebody Else' }],
    ['printed name', { printedName: 'Dr. Somebody Else' }],
  ])('is not named by a report when a doctor writes another %s', async (_, data) => {
    const { accountId: id, sessionId } = (await createDoctor()).actor;
    await database().account.update({ where: { id }, data });
    expect(await findLiveSession(sessionId)).toBeNull();
    await expect(getDoctor(database(), id)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it.each([
    ['licence', { licenceNumber: 'CY-00001' }],
    ['clinic', { clinic: 'Somebody’s Clinic' }],
  ])('is not named by a report when a doctor writes another %s', async (_, data) => {
    const { accountId } = (await createDoctor()).actor;
    await database().doctorProfile.update({ where: { accountId }, data });
    await expect(getDoctor(database(), accountId)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });

  it('gets no link to a mailbox that somebody wrote for as long as the mail takes', async () => {
    const { accountId } = victim.actor;
    const [where, data] = [{ id: accountId }, { email: `thief-${accountId}@mail.example` }];
    await database().account.update({ where, data });
    await sendResetPassword({ accountId }, JOB);
    expect(await database().accountToken.count({ where: { accountId } })).toBe(0);
    await database().account.update({ where, data: { email: victim.actor.email } });
    await sendResetPassword({ accountId }, JOB);
    expect(await database().accountToken.count({ where: { accountId } })).toBe(1);
  });

  it('binds no wallet by a text that it has signed elsewhere', async () => {
    const wallet = Wallet.createRandom();
    const [nonce, message] = ['ab'.repeat(16), 'I am the owner of this wallet.'];
    const signature = await wallet.signMessage(message);
    const { accountId } = attacker.actor;
    const expiresAt = new Date(Date.now() + HOUR_MS);
    const row = { nonce, accountId, address: wallet.address, message, expiresAt };
    await database().walletChallenge.create({ data: row });
    await expect(confirmWalletBinding(attacker.actor, { nonce, signature })).rejects.toMatchObject({
      code: 'challenge-expired',
    });
    expect(await currentWallet(accountId)).toBeNull();
  });

  it('is not the owner of a wallet that somebody moved to them, or wrote', async () => {
    const { address } = await bindWallet(victim);
    const { accountId } = attacker.actor;
    expect(await currentWallet(victim.actor.accountId)).toBe(address);
    await database().wallet.update({ where: { address }, data: { accountId } });
    expect(await findOwnWallet(database(), accountId, address)).toBeNull();
    const own = `0x${'ab'.repeat(20)}`;
    await database().wallet.create({ data: { ...of(victim).where, address: own } });
    expect(await currentWallet(victim.actor.accountId)).toBeNull();
  });
});

describe('every later report', () => {
  it.each([
    ['puts it in the place of the victim’s', { isNew: false }],
    ['adds it', { isNew: true }],
  ])('is not encrypted to a key of the attacker who %s', async (_, { isNew }) => {
    const { accountId } = victim.actor;
    await givePaperKey(victim);
    const own = await activeRecipients(database(), accountId);
    expect(own.rows).toHaveLength(1);
    const recipient = await identityToRecipient(await generateX25519Identity());
    if (isNew) {
      const key = { ...of(victim).where, way: 'WALLET' as const, generation: 1, recipient };
      await database().recoveryRecipient.create({ data: key });
    } else {
      await database().recoveryRecipient.updateMany({ ...of(victim), data: { recipient } });
    }
    const { rows, digest } = await activeRecipients(database(), accountId);
    expect(rows.map((row) => row.recipient)).not.toContain(recipient);
    expect(digest).toEqual(isNew ? own.digest : null);
  });
});
