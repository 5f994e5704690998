import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, type JsonRpcSigner, toBeHex } from 'ethers';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import {
  addReport,
  attest,
  domainOf,
  readReport,
  type ReportInput,
  STATUS,
} from './support/reports';

const PARITY_BIT = 1n << 255n;

/** The order of secp256k1: `s` and `ORDER - s` sign the same, so only the lower one is accepted. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * Asserts that the signature belongs to an account that is no issuer. A signature over other words
 * yields an account that no one can predict, but never an issuer's.
 */
async function assertNotIssuers(
  chain: RegistryChain,
  from: JsonRpcSigner,
  input: ReportInput,
): Promise<void> {
  const { contentHash, sealedMetadata, deadline, r, vs } = input;
  const words = [contentHash, sealedMetadata, input.permissions, deadline, r, vs];
  const data = chain.abi.encodeFunctionData('addReport', words);
  const call = { from: from.address, to: chain.registry, data };
  await assert.rejects(chain.provider.call(call), (error: object) => {
    const refusal = 'data' in error ? chain.abi.parseError(String(error.data)) : null;
    assert.equal(refusal?.name, 'SignerNotIssuer');
    assert.notEqual(refusal.args[0], chain.issuer.address);
    assert.notEqual(refusal.args[0], chain.otherIssuer.address);
    return true;
  });
  await assert.rejects(addReport(chain, from, input));
  assert.equal((await readReport(chain, contentHash)).status, STATUS.none);
}

describe('an attestation', () => {
  test('cannot be used by a stranger who copies it from the mempool', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);

    await assertNotIssuers(chain, chain.stranger, input);

    await addReport(chain, chain.owner, input);
    assert.equal((await readReport(chain, input.contentHash)).owner, chain.owner.address);
  });

  test('cannot be used by its issuer as owner', async () => {
    const chain = await startRegistryChain();
    await assertNotIssuers(chain, chain.issuer, await attest(chain));
  });

  test('does not cover another content', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    await assertNotIssuers(chain, chain.owner, { ...input, contentHash: id('another') });
  });

  test('does not cover other metadata', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const sealedMetadata = `${input.sealedMetadata}00`;
    await assertNotIssuers(chain, chain.owner, { ...input, sealedMetadata });
  });

  test('does not cover a later deadline', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    await assertNotIssuers(chain, chain.owner, { ...input, deadline: input.deadline + 1 });
  });

  test('is not valid on another chain', async () => {
    const chain = await startRegistryChain();
    const domain = { ...domainOf(chain), chainId: 11155111n };
    await assertNotIssuers(chain, chain.owner, await attest(chain, { domain }));
  });

  test('is not valid for another registry', async () => {
    const chain = await startRegistryChain();
    const verifyingContract = await chain.deploy('ReportRegistry', 0, chain.admin.address);
    const domain = { ...domainOf(chain), verifyingContract };
    await assertNotIssuers(chain, chain.owner, await attest(chain, { domain }));
  });

  test('is not valid under another name or version', async () => {
    const chain = await startRegistryChain();
    const name = { ...domainOf(chain), name: 'MedAnchor' };
    const version = { ...domainOf(chain), version: '2' };
    await assertNotIssuers(chain, chain.owner, await attest(chain, { domain: name }));
    await assertNotIssuers(chain, chain.owner, await attest(chain, { domain: version }));
  });

  test('must come from an issuer', async () => {
    const chain = await startRegistryChain();
    const forged = await attest(chain, { signer: chain.stranger });

    const call = addReport(chain, chain.owner, forged);

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [chain.stranger.address]);
  });

  test('cannot be made by the owner or the admin', async () => {
    const chain = await startRegistryChain();
    const byOwner = await attest(chain, { signer: chain.owner });
    const byAdmin = await attest(chain, { signer: chain.admin });

    await assertRefused(addReport(chain, chain.owner, byOwner), chain.abi, 'SignerNotIssuer', [
      chain.owner.address,
    ]);
    await assertRefused(addReport(chain, chain.owner, byAdmin), chain.abi, 'SignerNotIssuer', [
      chain.admin.address,
    ]);
  });
});

describe('a signature', () => {
  test('with the other parity belongs to another account', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const vs = toBeHex(BigInt(input.vs) ^ PARITY_BIT, 32);
    await assertNotIssuers(chain, chain.owner, { ...input, vs });
  });

  test('whose s was mirrored does not fit the compact form', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const s = BigInt(input.vs) & (PARITY_BIT - 1n);
    const otherParity = (BigInt(input.vs) & PARITY_BIT) ^ PARITY_BIT;
    const mirrored = (ORDER - s) & (PARITY_BIT - 1n);
    const vs = toBeHex(mirrored | otherParity, 32);

    await assert.rejects(addReport(chain, chain.owner, { ...input, vs }));

    assert.equal((await readReport(chain, input.contentHash)).status, STATUS.none);
  });

  test('with an s in the upper half is refused with its own error', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const s = toBeHex(ORDER / 2n + 1n, 32);

    const call = addReport(chain, chain.owner, { ...input, vs: s });

    await assertRefused(call, chain.abi, 'ECDSAInvalidSignatureS', [s]);
  });

  test('of zeros is refused, and does not belong to the zero address', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const zero = toBeHex(0, 32);
    for (const broken of [{ r: zero }, { vs: zero }, { r: zero, vs: zero }]) {
      const call = addReport(chain, chain.owner, { ...input, ...broken });
      await assertRefused(call, chain.abi, 'ECDSAInvalidSignature', []);
    }
  });
});

test('the registry describes its EIP-712 domain', async () => {
  const chain = await startRegistryChain();

  const [, name, version, chainId, verifyingContract] = await chain.ask('eip712Domain');

  const domain = { name, version, chainId, verifyingContract };
  assert.deepEqual(domain, domainOf(chain));
});
