import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toBeHex, ZeroAddress } from 'ethers';
import { type Acceptance, accept, transferReport, wordsOf } from './support/acceptances';
import { recover } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  domainOf,
  latestTime,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

/** Asserts that the signature is not the new owner's, and that nothing moved. */
async function assertNotAccepted(chain: RegistryChain, acceptance: Acceptance): Promise<void> {
  const { contentHash, newOwner } = acceptance;
  const data = chain.abi.encodeFunctionData('transferReport', wordsOf(acceptance));
  const { owner, registry } = chain;
  const call = { from: owner.address, to: registry, data, blockTag: 'pending' };
  await assert.rejects(chain.provider.call(call), (error: object) => {
    const refusal = 'data' in error ? chain.abi.parseError(String(error.data)) : null;
    assert.equal(refusal?.name, 'SignerNotNewOwner');
    assert.notEqual(refusal.args[0], newOwner);
    return true;
  });
  await assert.rejects(transferReport(chain, owner, acceptance));
  assert.equal((await readReport(chain, contentHash)).owner, owner.address);
}

describe('an acceptance', () => {
  test('is valid until the last second of its deadline', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    await chain.nextBlockAt(acceptance.deadline);
    await transferReport(chain, chain.owner, acceptance);

    assert.equal((await readReport(chain, contentHash)).owner, chain.newOwner.address);
  });

  test('is refused one second after it', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    await chain.nextBlockAt(acceptance.deadline + 1);
    const call = transferReport(chain, chain.owner, acceptance);

    await assertRefused(call, chain.abi, 'AcceptanceExpired', [acceptance.deadline]);
    assert.equal(await latestTime(chain), acceptance.deadline + 1);
  });

  test('must be the new owner’s own', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);

    for (const signer of [chain.owner, chain.stranger, chain.issuer]) {
      const forged = await accept(chain, contentHash, { signer });
      const call = transferReport(chain, chain.owner, forged);
      await assertRefused(call, chain.abi, 'SignerNotNewOwner', [signer.address]);
    }
  });

  test('cannot come from the zero address', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    await assertNotAccepted(chain, { ...acceptance, newOwner: ZeroAddress });
    const broken = { ...acceptance, newOwner: ZeroAddress, r: ZERO, vs: ZERO };
    const call = transferReport(chain, chain.owner, broken);
    await assertRefused(call, chain.abi, 'ECDSAInvalidSignature', []);
  });

  test('covers one report, one new owner and one deadline', async () => {
    const chain = await startRegistryChain();
    const [{ contentHash }, other] = [await anchor(chain), await anchor(chain)];
    const acceptance = await accept(chain, contentHash);

    await assertNotAccepted(chain, { ...acceptance, contentHash: other.contentHash });
    await assertNotAccepted(chain, { ...acceptance, newOwner: chain.stranger.address });
    await assertNotAccepted(chain, { ...acceptance, deadline: acceptance.deadline + 1 });
  });

  test('covers one present owner', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const fromAnother = await accept(chain, contentHash, { owner: chain.stranger });
    await assertNotAccepted(chain, fromAnother);
  });

  test('is not valid on another chain, or for another registry', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const verifyingContract = await chain.deploy('ReportRegistry', 0, chain.admin.address);

    for (const other of [{ chainId: 11155111n }, { verifyingContract }]) {
      const domain = { ...domainOf(chain), ...other };
      await assertNotAccepted(chain, await accept(chain, contentHash, { domain }));
    }
  });

  test('is not an issuer’s attestation, nor the other way round', async () => {
    const chain = await startRegistryChain();
    const input = await anchor(chain);
    const { newOwner, issuer } = chain;
    const { contentHash, deadline, r, vs } = input;

    await assertNotAccepted(chain, { contentHash, newOwner: issuer.address, deadline, r, vs });
    const fresh = await attest(chain, { owner: newOwner });
    const acceptance = await accept(chain, contentHash, { signer: issuer });
    const confused = { ...fresh, r: acceptance.r, vs: acceptance.vs };
    await assert.rejects(addReport(chain, newOwner, confused));
    assert.equal((await readReport(chain, fresh.contentHash)).status, STATUS.none);
  });

  test('works once, even when the report came back', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner } = chain;
    const acceptance = await accept(chain, contentHash);
    await transferReport(chain, owner, acceptance);
    const wayBack = await accept(chain, contentHash, { owner: newOwner, newOwner: owner });
    await transferReport(chain, newOwner, wayBack);

    await assertNotAccepted(chain, acceptance);
  });

  test('is invalid after the owner changed the list that the new owner read', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    await chain.send(chain.owner, 'setPermissions', contentHash, block, permissions(1));

    await assertNotAccepted(chain, acceptance);
  });

  test('with an s in the upper half is refused with its own error', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    const vs = toBeHex(2n ** 255n - 1n, 32);

    const call = transferReport(chain, chain.owner, { ...acceptance, vs });

    await assertRefused(call, chain.abi, 'ECDSAInvalidSignatureS', [vs]);
  });

  test('with the other parity belongs to another account', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    const vs = toBeHex(BigInt(acceptance.vs) ^ (1n << 255n), 32);
    await assertNotAccepted(chain, { ...acceptance, vs });
  });

  test('of a wallet that was retired meanwhile is invalid', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const deadline = 4_102_444_800;
    const acceptance = await accept(chain, contentHash, { deadline });
    await recover(chain, chain.newOwner, chain.stranger);

    const call = transferReport(chain, chain.owner, acceptance);

    await assertRefused(call, chain.abi, 'WalletRetired', [chain.newOwner.address]);
  });
});
