import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { JsonRpcSigner, Wallet } from 'ethers';
import { accept, transferReport, wordsOf } from './support/acceptances';
import { proposeRecovery, recover } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

/** Long enough for the seven days. */
const LATER = 4_102_444_800;

describe('after a recovery', () => {
  test('every report of the old wallet names the new one as owner, and stays valid', async () => {
    const chain = await startRegistryChain();
    const reports = [await anchor(chain), await anchor(chain, { permissions: permissions(2) })];
    const before = await Promise.all(
      reports.map(({ contentHash }) => readReport(chain, contentHash)),
    );

    await recover(chain, chain.owner, chain.newOwner);

    for (const [index, { contentHash }] of reports.entries()) {
      const owner = chain.newOwner.address;
      assert.deepEqual(await readReport(chain, contentHash), { ...before[index], owner });
    }
  });

  test('viewers keep what the patient permitted: hasPermission does not change', async () => {
    const chain = await startRegistryChain();
    const list = permissions(2);
    const { contentHash } = await anchor(chain, { permissions: list });

    await recover(chain, chain.owner, chain.newOwner);

    assert.deepEqual(await chain.ask('hasPermission', contentHash, list, 2n), [true]);
  });

  test('the new wallet changes permissions and withdraws', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { newOwner } = chain;
    await recover(chain, chain.owner, newOwner);

    await chain.send(newOwner, 'setPermissions', contentHash, block, permissions(1));
    assert.deepEqual(await chain.ask('hasPermission', contentHash, permissions(1), 1n), [true]);
    await chain.send(newOwner, 'withdrawReport', contentHash);

    assert.equal((await readReport(chain, contentHash)).status, STATUS.withdrawn);
  });

  test('the old key changes nothing', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { owner } = chain;
    const acceptance = await accept(chain, contentHash, { deadline: LATER });
    await recover(chain, owner, chain.newOwner);

    for (const [name, ...args] of [
      ['setPermissions', contentHash, block, permissions(1)],
      ['withdrawReport', contentHash],
      ['transferReport', ...wordsOf(acceptance)],
    ] as const) {
      const call = chain.send(owner, name, ...args);
      await assertRefused(call, chain.abi, 'NotReportOwner', [contentHash, owner.address]);
    }
  });

  test('the old key adds nothing, even with an attestation from before', async () => {
    const chain = await startRegistryChain();
    const { owner } = chain;
    const input = await attest(chain, { deadline: LATER });
    await recover(chain, owner, chain.newOwner);

    const single = addReport(chain, owner, input);
    await assertRefused(single, chain.abi, 'WalletRetired', [owner.address]);
    const batch = chain.send(owner, 'addReports', [input]);
    await assertRefused(batch, chain.abi, 'WalletRetired', [owner.address]);
  });

  test('the old key accepts no report', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const { contentHash } = await anchor(chain, { owner: stranger });
    await recover(chain, owner, newOwner);

    const acceptance = await accept(chain, contentHash, { owner: stranger, newOwner: owner });
    const call = transferReport(chain, stranger, acceptance);

    await assertRefused(call, chain.abi, 'WalletRetired', [owner.address]);
  });

  test('the old key takes part in no other recovery', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const opensAt = await proposeRecovery(chain, stranger, owner);
    await recover(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + 700_000);
    const call = chain.send(owner, 'executeRecovery', stranger.address);

    await assertRefused(call, chain.abi, 'WalletRetired', [owner.address]);
  });

  test('the new wallet hands reports on, which then leave the family of wallets', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner, stranger } = chain;
    await recover(chain, owner, newOwner);

    const wishes = { owner: newOwner, newOwner: stranger };
    await transferReport(chain, newOwner, await accept(chain, contentHash, wishes));

    assert.equal((await readReport(chain, contentHash)).owner, stranger.address);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });

  test('a report that was transferred before stays with its new owner', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { owner, newOwner, stranger } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    const acceptance = await accept(chain, contentHash, { newOwner: stranger });
    await transferReport(chain, owner, acceptance);
    await chain.nextBlockAt(opensAt);

    await chain.send(newOwner, 'executeRecovery', owner.address);

    assert.equal((await readReport(chain, contentHash)).owner, stranger.address);
  });

  test('the issuer still retracts', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    await recover(chain, chain.owner, chain.newOwner);

    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    const { owner, status } = await readReport(chain, contentHash);
    assert.deepEqual(
      { owner, status },
      { owner: chain.newOwner.address, status: STATUS.retracted },
    );
  });

  test('a report without an owner is not the successor’s', async () => {
    const chain = await startRegistryChain();
    await recover(chain, chain.owner, chain.newOwner);
    const contentHash = (await attest(chain)).contentHash;

    const call = chain.send(chain.newOwner, 'withdrawReport', contentHash);

    const details = [contentHash, chain.newOwner.address];
    await assertRefused(call, chain.abi, 'NotReportOwner', details);
  });
});

describe('wallets lost one after another', () => {
  test('hand on every report, from whichever of them it came', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const first = await anchor(chain, { owner });
    await recover(chain, owner, newOwner);
    const second = await anchor(chain, { owner: newOwner });
    await recover(chain, newOwner, stranger);

    for (const { contentHash, block } of [first, second]) {
      assert.equal((await readReport(chain, contentHash)).owner, stranger.address);
      const refused = chain.send(newOwner, 'withdrawReport', contentHash);
      const details = [contentHash, newOwner.address];
      await assertRefused(refused, chain.abi, 'NotReportOwner', details);
      await chain.send(stranger, 'setPermissions', contentHash, block, permissions(1));
    }
  });

  test('may meet in one wallet that has reports of its own', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const reports = [
      await anchor(chain, { owner }),
      await anchor(chain, { owner: stranger }),
      await anchor(chain, { owner: newOwner }),
    ];
    await recover(chain, owner, newOwner);
    await recover(chain, stranger, newOwner);

    for (const { contentHash } of reports) {
      assert.equal((await readReport(chain, contentHash)).owner, newOwner.address);
    }
  });

  test('form a chain of at most sixteen, and a short chain joins a long one', async () => {
    const chain = await startRegistryChain();
    const { admin, recoverer, provider, owner, stranger } = chain;
    const { contentHash } = await anchor(chain);
    const wallets = Array.from({ length: 17 }, () => Wallet.createRandom().address);
    for (const wallet of wallets) {
      await provider.send('hardhat_impersonateAccount', [wallet]);
      await admin.sendTransaction({ to: wallet, value: 10n ** 18n });
    }
    const step = async (from: string, to: string) => {
      await chain.send(recoverer, 'proposeRecovery', from, to);
      await provider.send('evm_increaseTime', [604_800]);
      await chain.send(new JsonRpcSigner(provider, to), 'executeRecovery', from);
    };
    const row = [owner.address, ...wallets];
    for (const [index, wallet] of row.slice(0, 16).entries()) {
      await step(wallet, row[index + 1] ?? '');
    }
    const [last = '', beyond = ''] = row.slice(16);
    assert.equal((await readReport(chain, contentHash)).owner, last);

    await assertRefused(step(last, beyond), chain.abi, 'TooManyRecoveries', [last]);

    await step(stranger.address, last);
    await assertRefused(step(last, beyond), chain.abi, 'TooManyRecoveries', [last]);
    await chain.send(new JsonRpcSigner(provider, last), 'withdrawReport', contentHash);
    assert.equal((await readReport(chain, contentHash)).status, STATUS.withdrawn);
  });

  test('cost no more for many reports than for one', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger, others } = chain;
    const [another] = others;
    assert.ok(another);
    await anchor(chain, { owner });
    for (let count = 0; count < 5; count += 1) await anchor(chain, { owner: stranger });

    const one = await recover(chain, owner, newOwner);
    const many = await recover(chain, stranger, another);

    assert.equal(one.gasUsed, many.gasUsed);
  });
});
