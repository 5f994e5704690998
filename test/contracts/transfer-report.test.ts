import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { accept, transferReport, wordsOf } from './support/acceptances';
import { mineTogether } from './support/mine-together';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { anchor, eventsOf, permissions, readReport, STATUS, ZERO } from './support/reports';

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

  test('ends every permission', async () => {
    const chain = await startRegistryChain();
    const list = permissions(2);
    const { contentHash } = await anchor(chain, { permissions: list });
    assert.deepEqual(await chain.ask('hasPermission', contentHash, list, 1n), [true]);

    await transferReport(chain, chain.owner, await accept(chain, contentHash));

    assert.deepEqual(await chain.ask('hasPermission', contentHash, list, 1n), [false]);
  });

  test('gives the new owner every right, and takes each from the old', async () => {
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

  test('is allowed to the owner only, even with an acceptance', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const acceptance = await accept(chain, contentHash);

    for (const other of [chain.newOwner, chain.stranger, chain.issuer, chain.admin]) {
      const call = transferReport(chain, other, acceptance);
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, other.address]);
    }
  });

  test('refuses a report that was never added', async () => {
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

  test('blocks changes of the list for the rest of its block', async () => {
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
