import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import { anchor, eventsOf, permissions, readReport, STATUS, ZERO } from './support/reports';

describe('withdrawReport', () => {
  test('ends the report and its permissions, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain, { permissions: permissions(2) });

    const receipt = await chain.send(chain.owner, 'withdrawReport', contentHash);

    assert.deepEqual(eventsOf(chain, receipt), [{ name: 'ReportWithdrawn', args: [contentHash] }]);
    assert.deepEqual(await readReport(chain, contentHash), {
      owner: chain.owner.address,
      issuer: chain.issuer.address,
      status: STATUS.withdrawn,
      addedBlock: BigInt(block),
      permissionsBlock: BigInt(receipt.blockNumber),
      permissionsHash: ZERO,
      valid: false,
    });
  });

  test('belongs to the owner alone', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);

    for (const other of [chain.stranger, chain.issuer, chain.admin]) {
      const call = chain.send(other, 'withdrawReport', contentHash);
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, other.address]);
    }
    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('happens once', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    await chain.send(chain.owner, 'withdrawReport', contentHash);

    const call = chain.send(chain.owner, 'withdrawReport', contentHash);

    await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, STATUS.withdrawn]);
  });

  test('cannot cover up a retraction', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    const call = chain.send(chain.owner, 'withdrawReport', contentHash);

    await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, STATUS.retracted]);
  });

  test('refuses a report that was never added', async () => {
    const chain = await startRegistryChain();
    const contentHash = id('never added');

    const call = chain.send(chain.owner, 'withdrawReport', contentHash);

    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, chain.owner.address]);
  });
});
