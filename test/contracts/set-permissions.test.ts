import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { concat, id, keccak256 } from 'ethers';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import { anchor, eventsOf, permissions, readReport, STATUS, ZERO } from './support/reports';

describe('setPermissions', () => {
  test('replaces the whole list and emits the event', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain, { permissions: permissions(2) });
    const list = permissions(5);

    const receipt = await chain.send(chain.owner, 'setPermissions', contentHash, block, list);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'PermissionsSet', args: [contentHash, list] },
    ]);
    const report = await readReport(chain, contentHash);
    assert.equal(report.permissionsHash, keccak256(concat(list)));
    assert.equal(report.permissionsBlock, BigInt(receipt.blockNumber));
    assert.equal(report.addedBlock, BigInt(block));
  });

  test('gives a report its first viewers', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);

    await chain.send(chain.owner, 'setPermissions', contentHash, block, permissions(1));

    const { permissionsHash } = await readReport(chain, contentHash);
    assert.equal(permissionsHash, keccak256(concat(permissions(1))));
  });

  test('takes every permission away', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain, { permissions: permissions(3) });

    await chain.send(chain.owner, 'setPermissions', contentHash, block, []);

    const report = await readReport(chain, contentHash);
    assert.equal(report.permissionsHash, ZERO);
    assert.equal(report.valid, true);
  });

  test('goes on from change to change', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);

    let expected = block;
    for (const count of [1, 2, 3]) {
      const list = permissions(count);
      const receipt = await chain.send(chain.owner, 'setPermissions', contentHash, expected, list);
      expected = receipt.blockNumber;
    }

    const { permissionsBlock } = await readReport(chain, contentHash);
    assert.equal(permissionsBlock, BigInt(expected));
  });

  test('accepts as many as the cap allows, and refuses one more', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { owner } = chain;

    const tooMany = chain.send(owner, 'setPermissions', contentHash, block, permissions(65));
    await assertRefused(tooMany, chain.abi, 'TooManyPermissions', [65]);

    await chain.send(owner, 'setPermissions', contentHash, block, permissions(64));
  });

  test('belongs to the owner alone', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);

    for (const other of [chain.stranger, chain.issuer, chain.admin]) {
      const call = chain.send(other, 'setPermissions', contentHash, block, permissions(1));
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, other.address]);
    }
    assert.equal((await readReport(chain, contentHash)).permissionsHash, ZERO);
  });

  test('refuses a report that was never added', async () => {
    const chain = await startRegistryChain();
    const contentHash = id('never added');

    const call = chain.send(chain.owner, 'setPermissions', contentHash, 0, []);

    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, chain.owner.address]);
  });

  test('refuses a change that is based on an outdated list', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { owner } = chain;
    const seen = await chain.send(owner, 'setPermissions', contentHash, block, permissions(2));

    const stale = chain.send(owner, 'setPermissions', contentHash, block, permissions(3));

    await assertRefused(stale, chain.abi, 'PermissionsChanged', [block, seen.blockNumber]);
    const { permissionsHash } = await readReport(chain, contentHash);
    assert.equal(permissionsHash, keccak256(concat(permissions(2))));
  });

  test('refuses a future block', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);

    const call = chain.send(chain.owner, 'setPermissions', contentHash, block + 1, []);

    await assertRefused(call, chain.abi, 'PermissionsChanged', [block + 1, block]);
  });

  test('accepts one of two changes in the same block', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { provider, abi, registry, owner } = chain;
    const submit = (count: number) => {
      const words = [contentHash, block, permissions(count)];
      const data = abi.encodeFunctionData('setPermissions', words);
      const call = { from: owner.address, to: registry, data, gas: '0x186a0' };
      return provider.send('eth_sendTransaction', [call]).then(String);
    };

    await provider.send('evm_setAutomine', [false]);
    const [first, second] = [await submit(1), await submit(2)];
    await provider.send('evm_mine', []);

    const receipts = await Promise.all(
      [first, second].map((h) => provider.getTransactionReceipt(h)),
    );
    assert.equal(receipts[0]?.blockNumber, receipts[1]?.blockNumber);
    assert.deepEqual(
      receipts.map((receipt) => receipt?.status),
      [1, 0],
    );
    const { permissionsHash } = await readReport(chain, contentHash);
    assert.equal(permissionsHash, keccak256(concat(permissions(1))));
  });

  test('is over once the report is withdrawn', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { blockNumber } = await chain.send(chain.owner, 'withdrawReport', contentHash);

    const call = chain.send(chain.owner, 'setPermissions', contentHash, blockNumber, []);

    await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, STATUS.withdrawn]);
  });

  test('is over once the report is retracted', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { blockNumber } = await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    const call = chain.send(chain.owner, 'setPermissions', contentHash, blockNumber, []);

    await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, STATUS.retracted]);
  });
});
