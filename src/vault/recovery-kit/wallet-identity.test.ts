import { identityToRecipient } from 'age-encryption';
import { Wallet } from 'ethers';
import { describe, expect, it } from 'vitest';
import { makeSameKey, walletIdentity, walletKeyMessage, type WalletKey } from './wallet-identity';

const signer = new Wallet(`0x${'11'.repeat(32)}`);
const key: WalletKey = {
  chainId: 31_337,
  registryAddress: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  owner: signer.address,
  generation: 1,
};

async function sign(wallet: Wallet, which: WalletKey): Promise<string> {
  const { domain, types, message } = walletKeyMessage(which);
  return wallet.signTypedData(domain, { RecoveryKey: types.RecoveryKey }, message);
}

describe('the key of a wallet', () => {
  it('never changes: kits that exist must open', async () => {
    const identity = await walletIdentity(await sign(signer, key), key.owner);
    expect(await identityToRecipient(identity)).toBe(
      'age19j0k03fl6a9wdjlsnpz4q42jpncz2uurmls8t64nqa5g0sx6mp2qn6fnnn',
    );
  });

  it('is the same however the wallet writes v, the address and the signature', async () => {
    const signature = await sign(signer, key);
    const otherV = signature.slice(0, -2) + (signature.endsWith('1b') ? '00' : '01');
    const expected = await walletIdentity(signature, key.owner);
    expect(await walletIdentity(otherV, key.owner.toLowerCase())).toBe(expected);
    expect(makeSameKey(signature, `0x${otherV.slice(2).toUpperCase()}`)).toBe(true);
  });

  it.each([
    ['another number', { ...key, generation: 2 }],
    ['another chain', { ...key, chainId: 1 }],
    ['another contract', { ...key, registryAddress: signer.address }],
  ])('is another one for %s', async (_, other) => {
    const first = await sign(signer, key);
    const second = await sign(signer, other);
    expect(makeSameKey(first, second)).toBe(false);
    expect(await walletIdentity(second, key.owner)).not.toBe(
      await walletIdentity(first, key.owner),
    );
  });

  it('is not made of a signature that no ordinary account makes', async () => {
    const long = `0x${'ab'.repeat(97)}`;
    expect(makeSameKey(long, long)).toBe(false);
    await expect(walletIdentity(long, key.owner)).rejects.toThrow('65 bytes');
  });
});
