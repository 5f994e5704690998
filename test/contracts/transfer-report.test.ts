import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, toBeHex, ZeroAddress } from 'ethers';
import { type Acceptance, accept, transferReport, wordsOf } from './support/acceptances';
import { mineTogether } from './support/mine-together';
import { recover } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  domainOf,
  eventsOf,
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

describe('transferReport', () => {
  test('transfers a report to an owner who accepted it, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { owner, newOwner } = chain;

    const receipt = await transferReport(chain, owner, await accept(chain, contentHash));

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'ReportTransferred', args: [contentHash, owner.address, newOwner.address] },
    ]);
    assert.deepEqual(await readReport(chain, contentHash), {
      owner: newOwner.address,
      issuer: chain.issuer.address,
      status: STATUS.active,
      addedBlock: BigInt(block),
      permissionsBlock: BigInt(receipt.blockNumber),
      permissionsHash: ZERO,
      valid: true,
    });
  });

  test('ends every permission: the new owner permitted no one', async () => {
    const chain = await startRegistryChain();
    const list = permissions(2);
    const { contentHash } = await anchor(chain, { permissions: list });
    assert.deepEqual(await chain.ask('hasPermission', contentHash, list, 1n), [true]);

    await transferReport(chain, chain.owner, await accept(chain, contentHash));

    assert.deepEqual(await chain.ask('hasPermission', contentHash, list, 1n), [false]);
  });

  test('gives the new owner every power, and takes each from the old', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner } = chain;
    const back = await accept(chain, contentHash);
    const { blockNumber } = await transferReport(chain, owner, back);

    for (const [name, ...args] of [
      ['setPermissions', contentHash, blockNumber, permissions(1)],
      ['withdrawReport', contentHash],
      ['transferReport', ...wordsOf(back)],
    ] as const) {
      const call = chain.send(owner, name, ...args);
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, owner.address]);
    }
    await chain.send(newOwner, 'setPermissions', contentHash, blockNumber, permissions(1));
    await chain.send(newOwner, 'withdrawReport', contentHash);
    assert.equal((await readReport(chain, contentHash)).status, STATUS.withdrawn);
  });

  test('leaves the issuer the right to retract', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    await transferReport(chain, chain.owner, await accept(chain, contentHash));

    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    assert.equal((await readReport(chain, contentHash)).status, STATUS.retracted);
  });

  test('belongs to the owner alone, whoever shows the acceptance', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    for (const other of [chain.newOwner, chain.stranger, chain.issuer, chain.admin]) {
      const call = transferReport(chain, other, acceptance);
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, other.address]);
    }
  });

  test('does not know a report that was never added', async () => {
    const chain = await startRegistryChain();
    const contentHash = id('never added');
    const call = transferReport(chain, chain.owner, await accept(chain, contentHash));
    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, chain.owner.address]);
  });

  test('is over once the report is withdrawn or retracted', async () => {
    const chain = await startRegistryChain();
    const [withdrawn, retracted] = [await anchor(chain), await anchor(chain)];
    await chain.send(chain.owner, 'withdrawReport', withdrawn.contentHash);
    await chain.send(chain.issuer, 'retractReport', retracted.contentHash, ZERO);

    for (const [{ contentHash }, status] of [
      [withdrawn, STATUS.withdrawn],
      [retracted, STATUS.retracted],
    ] as const) {
      const call = transferReport(chain, chain.owner, await accept(chain, contentHash));
      await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, status]);
    }
  });

  test('is refused in the block that set the list, which is the acceptance’s nonce', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { owner } = chain;
    const acceptance = await accept(chain, contentHash, { permissionsBlock: BigInt(block) + 1n });

    const [changed, transferred] = await mineTogether(chain, [
      [owner, 'setPermissions', contentHash, block, permissions(1)],
      [owner, 'transferReport', ...wordsOf(acceptance)],
    ]);

    assert.equal(changed?.blockNumber, block + 1);
    assert.deepEqual([changed.status, transferred?.status], [1, 0]);
    const data = chain.abi.encodeFunctionData('transferReport', wordsOf(acceptance));
    const call = { from: owner.address, to: chain.registry, data, blockTag: block + 1 };
    const refused = chain.provider.call(call);
    await assertRefused(refused, chain.abi, 'PermissionsAlreadySetInBlock', [contentHash]);
  });

  test('shuts the list for the rest of its block', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner } = chain;
    const acceptance = await accept(chain, contentHash);
    const next = (await chain.provider.getBlockNumber()) + 1;

    const [transferred, changed] = await mineTogether(chain, [
      [owner, 'transferReport', ...wordsOf(acceptance)],
      [newOwner, 'setPermissions', contentHash, next, permissions(1)],
    ]);

    assert.deepEqual([transferred?.status, changed?.status], [1, 0]);
    assert.equal((await readReport(chain, contentHash)).permissionsHash, ZERO);
  });
});

describe('an acceptance', () => {
  test('holds until the last second of its deadline', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    await chain.nextBlockAt(acceptance.deadline);
    await transferReport(chain, chain.owner, acceptance);

    assert.equal((await readReport(chain, contentHash)).owner, chain.newOwner.address);
  });

  test('is over one second after it', async () => {
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

  test('serves once, also when the report came back', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner } = chain;
    const acceptance = await accept(chain, contentHash);
    await transferReport(chain, owner, acceptance);
    const wayBack = await accept(chain, contentHash, { owner: newOwner, newOwner: owner });
    await transferReport(chain, newOwner, wayBack);

    await assertNotAccepted(chain, acceptance);
  });

  test('is void once the owner changed the list that the new owner saw', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    await chain.send(chain.owner, 'setPermissions', contentHash, block, permissions(1));

    await assertNotAccepted(chain, acceptance);
  });

  test('with an s in the upper half is refused by name', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    const vs = toBeHex(2n ** 255n - 1n, 32);

    const call = transferReport(chain, chain.owner, { ...acceptance, vs });

    await assertRefused(call, chain.abi, 'ECDSAInvalidSignatureS', [vs]);
  });

  test('with the other parity is somebody else’s', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);
    const vs = toBeHex(BigInt(acceptance.vs) ^ (1n << 255n), 32);
    await assertNotAccepted(chain, { ...acceptance, vs });
  });

  test('of a wallet that is retired meanwhile is void', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const deadline = 4_102_444_800;
    const acceptance = await accept(chain, contentHash, { deadline });
    await recover(chain, chain.newOwner, chain.stranger);

    const call = transferReport(chain, chain.owner, acceptance);

    await assertRefused(call, chain.abi, 'WalletRetired', [chain.newOwner.address]);
  });
});
