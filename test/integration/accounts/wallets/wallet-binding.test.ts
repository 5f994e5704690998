import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { Wallet } from 'ethers';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginWalletBinding, walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { MINUTE_MS } from '@/platform/time/durations';
import { createPatient, type Person } from '../../../support/people/factories';

let patient: Person;
let wallet: Wallet;

beforeEach(async () => {
  patient = await createPatient();
  wallet = new Wallet(Wallet.createRandom().privateKey);
});

/** Challenge and signature, not handed in yet. */
async function signed(who = patient, by = wallet) {
  const { nonce, message } = await beginWalletBinding(who.actor, by.address, DEFAULT_LOCALE);
  return { nonce, message, signature: await by.signMessage(message) };
}

async function bind(who = patient, by = wallet) {
  return confirmWalletBinding(who.actor, await signed(who, by));
}

function bindings(): Promise<number> {
  const { accountId } = patient.actor;
  return database().auditEvent.count({
    where: { action: 'account.wallet-bound', actorId: accountId },
  });
}

describe('the challenge', () => {
  it('names this site, this wallet, this chain, and lasts five minutes', async () => {
    const { nonce, message } = await beginWalletBinding(
      patient.actor,
      wallet.address,
      DEFAULT_LOCALE,
    );
    const lines = message.split('\n');
    const { host } = new URL(env().APP_URL);
    expect(lines[0]).toBe(`${host} wants you to sign in with your Ethereum account:`);
    expect(lines[1]).toBe(wallet.address);
    expect(lines).toContain(`Chain ID: ${String(env().CHAIN_ID)}`);
    expect(lines).toContain(`Nonce: ${nonce}`);
    const at = (name: string) =>
      Date.parse(lines.find((line) => line.startsWith(name))?.slice(name.length) ?? '');
    expect(at('Expiration Time: ') - at('Issued At: ')).toBe(5 * MINUTE_MS);
  });

  it('is issued at most ten times while the former ones are valid', async () => {
    for (let given = 0; given < 10; given += 1) {
      await beginWalletBinding(patient.actor, wallet.address, DEFAULT_LOCALE);
    }
    await expect(
      beginWalletBinding(patient.actor, wallet.address, DEFAULT_LOCALE),
    ).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it.each(['', '0x12', 'somebody', '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756CC2'])(
    'is not made for “%s”, which is no address or has a wrong checksum',
    (text) => {
      expect(walletAddress.safeParse(text).success).toBe(false);
    },
  );
});

describe('binding', () => {
  it('binds the wallet that signed, and leaves a trace', async () => {
    expect(await currentWallet(patient.actor.accountId)).toBeNull();
    expect(await bind()).toEqual({ address: wallet.address });
    expect(await currentWallet(patient.actor.accountId)).toBe(wallet.address);
    expect(await bindings()).toBe(1);
  });

  it('releases the former wallet, keeps it in the list, and can go back to it', async () => {
    const second = new Wallet(Wallet.createRandom().privateKey);
    await bind();
    await bind(patient, second);
    expect(await listWallets(patient.actor)).toMatchObject([
      { address: second.address, releasedAt: null },
      { address: wallet.address, releasedAt: expect.any(Date) as unknown },
    ]);
    await bind();
    expect(await currentWallet(patient.actor.accountId)).toBe(wallet.address);
  });

  it('refuses a wallet of another account, even a released one', async () => {
    const other = await createPatient();
    await bind(other);
    await expect(bind()).rejects.toMatchObject({ code: 'wallet-taken' });
    await bind(other, new Wallet(Wallet.createRandom().privateKey));
    await expect(bind()).rejects.toMatchObject({ code: 'wallet-taken' });
    expect(await currentWallet(patient.actor.accountId)).toBeNull();
    expect(await bindings()).toBe(0);
  });

  it('gives one wallet to one of two accounts that bind it at the same moment', async () => {
    const other = await createPatient();
    const answers = [await signed(), await signed(other)] as const;
    const results = await Promise.allSettled([
      confirmWalletBinding(patient.actor, answers[0]),
      confirmWalletBinding(other.actor, answers[1]),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'wallet-taken' },
    });
  });

  it('lets a challenge be used once, also by many at the same moment', async () => {
    const answer = await signed();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmWalletBinding(patient.actor, answer)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bindings()).toBe(1);
    await expect(confirmWalletBinding(patient.actor, answer)).rejects.toMatchObject({
      code: 'challenge-expired',
    });
  });

  it('leaves one bound wallet when two are bound at the same moment', async () => {
    const second = new Wallet(Wallet.createRandom().privateKey);
    const answers = [await signed(), await signed(patient, second)] as const;
    await Promise.all(answers.map((answer) => confirmWalletBinding(patient.actor, answer)));
    const wallets = await listWallets(patient.actor);
    expect(wallets.filter(({ releasedAt }) => releasedAt === null)).toHaveLength(1);
  });
});

describe('a wrong answer', () => {
  it('with an unknown nonce is too old', async () => {
    const { signature } = await signed();
    await expect(
      confirmWalletBinding(patient.actor, { nonce: 'ab'.repeat(16), signature }),
    ).rejects.toMatchObject({ code: 'challenge-expired' });
  });

  it('to another account’s challenge is refused, and leaves it usable', async () => {
    const answer = await signed();
    const thief = await createPatient();
    await expect(confirmWalletBinding(thief.actor, answer)).rejects.toMatchObject({
      code: 'challenge-expired',
    });
    expect(await confirmWalletBinding(patient.actor, answer)).toEqual({ address: wallet.address });
  });

  it('after five minutes is too old', async () => {
    const answer = await signed();
    await database().walletChallenge.update({
      where: { nonce: answer.nonce },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await expect(confirmWalletBinding(patient.actor, answer)).rejects.toMatchObject({
      code: 'challenge-expired',
    });
  });

  it.each([
    ['an altered message', (message: string) => message.replace('costs nothing', 'costs a lot')],
    [
      'another challenge’s message',
      (message: string) => message.replace(/Nonce: \w{4}/, 'Nonce: XXXX'),
    ],
  ])('signed over %s is wrong, and uses the challenge up', async (_, alter) => {
    const { nonce, message } = await signed();
    const signature = await wallet.signMessage(alter(message));
    await expect(confirmWalletBinding(patient.actor, { nonce, signature })).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
    const right = await wallet.signMessage(message);
    await expect(
      confirmWalletBinding(patient.actor, { nonce, signature: right }),
    ).rejects.toMatchObject({ code: 'challenge-expired' });
    expect(await currentWallet(patient.actor.accountId)).toBeNull();
  });

  it('signed by another wallet is wrong', async () => {
    const { nonce, message } = await signed();
    const signature = await Wallet.createRandom().signMessage(message);
    await expect(confirmWalletBinding(patient.actor, { nonce, signature })).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
  });

  it('that is no signature at all is wrong, not a failure', async () => {
    const { nonce } = await signed();
    const signature = `0x${'ff'.repeat(65)}`;
    await expect(confirmWalletBinding(patient.actor, { nonce, signature })).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
  });
});
