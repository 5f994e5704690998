import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { concat, keccak256 } from 'ethers';
import { accept, transferReport } from './support/acceptances';
import { consentToList } from './support/consents';
import { recover } from './support/recoveries';
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
  const { contentHash, block } = await anchor(chain, { permissions: permissions(1) });
  const { stranger } = chain;
  const send = (args: unknown[]) => chain.send(stranger, 'setPermissionsFor', ...args);
  return { chain, contentHash, block, send };
}

describe('setPermissionsFor', () => {
  test('replaces the list as the owner would, whoever sends it', async () => {
    const { chain, contentHash, send } = await startReport();
    const list = permissions(3);

    const receipt = await send(await consentToList(chain, contentHash, list));

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'PermissionsSet', args: [contentHash, list] },
    ]);
    const report = await readReport(chain, contentHash);
    assert.equal(report.permissionsHash, keccak256(concat(list)));
    assert.equal(report.permissionsBlock, BigInt(receipt.blockNumber));
  });

  test('takes every permission away', async () => {
    const { chain, contentHash, send } = await startReport();

    await send(await consentToList(chain, contentHash, []));

    assert.equal((await readReport(chain, contentHash)).permissionsHash, ZERO);
  });

  test('works once, also when the list is the same again', async () => {
    const { chain, contentHash, block, send } = await startReport();
    const args = await consentToList(chain, contentHash, permissions(2));
    const { blockNumber } = await send(args);

    await assertRefused(send(args), chain.abi, 'PermissionsChanged', [block, blockNumber]);
    const back = await consentToList(chain, contentHash, permissions(1));
    const { blockNumber: last } = await send(back);

    await assertRefused(send(args), chain.abi, 'PermissionsChanged', [block, last]);
  });

  test('covers report, block, list and deadline', async () => {
    const { chain, contentHash, send } = await startReport();
    const other = await anchor(chain);
    const args = await consentToList(chain, contentHash, permissions(2));
    const [owner, , block, list, deadline, r, vs] = args;
    const changed = [
      [owner, other.contentHash, block, list, deadline, r, vs],
      [owner, contentHash, Number(block) + 1, list, deadline, r, vs],
      [owner, contentHash, block, permissions(3), deadline, r, vs],
      [owner, contentHash, block, [], deadline, r, vs],
      [owner, contentHash, block, list, Number(deadline) + 1, r, vs],
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
      const args = await consentToList(chain, contentHash, permissions(2), wish);
      assert.equal((await refusalOf(send(args), chain.abi)).name, 'SignerNotOwner');
    }
  });

  test('gives a stranger who signs as owner no right', async () => {
    const { chain, contentHash, send } = await startReport();
    const { stranger } = chain;
    const wish = { signer: stranger };
    const [, ...rest] = await consentToList(chain, contentHash, permissions(2), wish);

    const call = send([stranger.address, ...rest]);

    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, stranger.address]);
  });

  test('is valid until the last second of its deadline', async () => {
    const { chain, contentHash, send } = await startReport();
    const deadline = (await latestTime(chain)) + 100;
    const args = await consentToList(chain, contentHash, permissions(2), { deadline });
    await chain.nextBlockAt(deadline);
    await send(args);
    const next = await consentToList(chain, contentHash, permissions(3), { deadline });

    await chain.nextBlockAt(deadline + 1);

    await assertRefused(send(next), chain.abi, 'ConsentExpired', [deadline]);
  });

  test('refuses the block that is being made', async () => {
    const { chain, contentHash, send } = await startReport();
    const next = (await chain.provider.getBlockNumber()) + 1;
    const wish = { expectedBlock: next };

    const call = send(await consentToList(chain, contentHash, permissions(2), wish));

    await assertRefused(call, chain.abi, 'PermissionsChanged', [next, next - 1]);
  });

  test('ends with a transfer, also when the owner gets the report back', async () => {
    const { chain, contentHash, send } = await startReport();
    const args = await consentToList(chain, contentHash, permissions(2));
    const { owner, newOwner } = chain;
    await transferReport(chain, owner, await accept(chain, contentHash));

    const call = send(args);
    await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, owner.address]);
    const back = await accept(chain, contentHash, { owner: newOwner, newOwner: owner });
    await transferReport(chain, newOwner, back);

    assert.equal((await refusalOf(send(args), chain.abi)).name, 'PermissionsChanged');
  });

  test('is over once the report is withdrawn, or its owner’s wallet retired', async () => {
    const { chain, contentHash, send } = await startReport();
    const deadline = (await latestTime(chain)) + 10_000_000;
    const old = await consentToList(chain, contentHash, permissions(2), { deadline });
    const { owner, newOwner } = chain;
    await recover(chain, owner, newOwner);

    await assertRefused(send(old), chain.abi, 'NotReportOwner', [contentHash, owner.address]);
    await chain.send(newOwner, 'withdrawReport', contentHash);
    const wish = { signer: newOwner };
    const [, ...rest] = await consentToList(chain, contentHash, permissions(2), wish);
    const call = send([newOwner.address, ...rest]);

    await assertRefused(call, chain.abi, 'ReportNotActive', [contentHash, STATUS.withdrawn]);
  });

  test('accepts as many as the cap allows, and refuses one more', async () => {
    const { chain, contentHash, send } = await startReport();

    const tooMany = send(await consentToList(chain, contentHash, permissions(65)));
    await assertRefused(tooMany, chain.abi, 'TooManyPermissions', [65]);

    await send(await consentToList(chain, contentHash, permissions(64)));
  });
});
