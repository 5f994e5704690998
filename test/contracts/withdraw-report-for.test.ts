import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { consentToList, consentToWithdrawal } from './support/consents';
import { assertRefused, refusalOf } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import {
  anchor,
  domainOf,
  eventsOf,
  latestTime,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

async function startReport() {
  const chain = await startRegistryChain();
  const { contentHash, block } = await anchor(chain, { permissions: permissions(2) });
  const { stranger } = chain;
  const send = (args: unknown[]) => chain.send(stranger, 'withdrawReportFor', ...args);
  return { chain, contentHash, block, send };
}

describe('withdrawReportFor', () => {
  test('ends the report and its permissions, whoever sends it', async () => {
    const { chain, contentHash, block, send } = await startReport();

    const receipt = await send(await consentToWithdrawal(chain, contentHash));

    assert.deepEqual(eventsOf(chain, receipt), [{ name: 'ReportWithdrawn', args: [contentHash] }]);
    const report = await readReport(chain, contentHash);
    assert.equal(report.status, STATUS.withdrawn);
    assert.equal(report.permissionsHash, ZERO);
    assert.equal(report.permissionsBlock, BigInt(receipt.blockNumber));
    assert.equal(report.addedBlock, BigInt(block));
  });

  test('happens once', async () => {
    const { chain, contentHash, send } = await startReport();
    const args = await consentToWithdrawal(chain, contentHash);
    await send(args);

    await assertRefused(send(args), chain.abi, 'ReportNotActive', [contentHash, STATUS.withdrawn]);
  });

  test('ends with a change of the list', async () => {
    const { chain, contentHash, block, send } = await startReport();
    const args = await consentToWithdrawal(chain, contentHash);
    const { owner } = chain;
    const list = permissions(1);
    const { blockNumber } = await chain.send(owner, 'setPermissions', contentHash, block, list);

    await assertRefused(send(args), chain.abi, 'PermissionsChanged', [block, blockNumber]);
    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('covers report, block and deadline', async () => {
    const { chain, contentHash, send } = await startReport();
    const other = await anchor(chain);
    const args = await consentToWithdrawal(chain, contentHash);
    const [owner, , block, deadline, r, vs] = args;
    const changed = [
      [owner, other.contentHash, other.block, deadline, r, vs],
      [owner, contentHash, Number(block) + 1, deadline, r, vs],
      [owner, contentHash, block, Number(deadline) + 1, r, vs],
    ];

    for (const call of changed) {
      assert.equal((await refusalOf(send(call), chain.abi)).name, 'SignerNotOwner');
    }
  });

  test('refuses the signature of another account, chain or contract', async () => {
    const { chain, contentHash, send } = await startReport();
    const domain = domainOf(chain);
    const wishes = [
      { signer: chain.stranger },
      { signer: chain.issuer },
      { domain: { ...domain, chainId: chain.chainId + 1n } },
      { domain: { ...domain, verifyingContract: chain.stranger.address } },
    ];

    for (const wish of wishes) {
      const args = await consentToWithdrawal(chain, contentHash, wish);
      assert.equal((await refusalOf(send(args), chain.abi)).name, 'SignerNotOwner');
    }
    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('gives a stranger who signs as owner no right', async () => {
    const { chain, contentHash, send } = await startReport();
    const { stranger } = chain;
    const [, ...rest] = await consentToWithdrawal(chain, contentHash, { signer: stranger });

    const call = send([stranger.address, ...rest]);

    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, stranger.address]);
  });

  test('is not the consent to an empty list', async () => {
    const { chain, contentHash, send } = await startReport();
    const [owner, hash, block, , deadline, r, vs] = await consentToList(chain, contentHash, []);

    const call = send([owner, hash, block, deadline, r, vs]);

    assert.equal((await refusalOf(call, chain.abi)).name, 'SignerNotOwner');
  });

  test('is valid until the last second of its deadline', async () => {
    const { chain, contentHash, send } = await startReport();
    const deadline = (await latestTime(chain)) + 100;
    const args = await consentToWithdrawal(chain, contentHash, { deadline });
    const second = await anchor(chain);
    const late = await consentToWithdrawal(chain, second.contentHash, { deadline });

    await chain.nextBlockAt(deadline);
    await send(args);
    await chain.nextBlockAt(deadline + 1);

    await assertRefused(send(late), chain.abi, 'ConsentExpired', [deadline]);
  });

  test('cannot cover up a retraction', async () => {
    const { chain, contentHash, send } = await startReport();
    const args = await consentToWithdrawal(chain, contentHash);
    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    await assertRefused(send(args), chain.abi, 'ReportNotActive', [contentHash, STATUS.retracted]);
  });
});
