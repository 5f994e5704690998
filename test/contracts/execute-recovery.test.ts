import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { NO_RECOVERY, proposeRecovery, recover, RECOVERY_WINDOW } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { eventsOf, latestTime } from './support/reports';

describe('executeRecovery', () => {
  test('makes the new wallet the successor at the first open second, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt);
    const receipt = await chain.send(newOwner, 'executeRecovery', owner.address);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RecoveryExecuted', args: [owner.address, newOwner.address] },
    ]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NO_RECOVERY]);
  });

  test('is refused one second before it opens', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt - 1);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    const window = [opensAt, opensAt + RECOVERY_WINDOW];
    await assertRefused(call, chain.abi, 'RecoveryNotOpen', window);
    assert.equal(await latestTime(chain), opensAt - 1);
  });

  test('is open for thirty days, to the last second', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + 30 * 24 * 3_600 - 1);
    await chain.send(newOwner, 'executeRecovery', owner.address);

    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });

  test('has lapsed one second later', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + RECOVERY_WINDOW);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    const window = [opensAt, opensAt + RECOVERY_WINDOW];
    await assertRefused(call, chain.abi, 'RecoveryNotOpen', window);
  });

  test('is allowed to the new wallet only, which is its consent', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer, admin, stranger } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    await chain.nextBlockAt(opensAt);

    for (const other of [owner, recoverer, admin, stranger]) {
      const call = chain.send(other, 'executeRecovery', owner.address);
      await assertRefused(call, chain.abi, 'NotNewOwner', [owner.address, other.address]);
    }
  });

  test('of nothing is refused', async () => {
    const chain = await startRegistryChain();
    const call = chain.send(chain.newOwner, 'executeRecovery', chain.owner.address);
    await assertRefused(call, chain.abi, 'NoRecovery', [chain.owner.address]);
  });

  test('happens once', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    await recover(chain, owner, newOwner);

    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
  });

  test('is refused when the proposer was dismissed', async () => {
    const chain = await startRegistryChain();
    const { admin, owner, newOwner, recoverer, stranger, others } = chain;
    const [another] = others;
    assert.ok(another);
    const role = id('RECOVERY_ROLE');
    await proposeRecovery(chain, owner, newOwner);
    const opensAt = await proposeRecovery(chain, stranger, newOwner);
    await chain.send(admin, 'grantRole', role, another.address);
    await chain.send(admin, 'revokeRole', role, recoverer.address);
    await chain.nextBlockAt(opensAt);

    for (const lost of [owner, stranger]) {
      const call = chain.send(newOwner, 'executeRecovery', lost.address);
      await assertRefused(call, chain.abi, 'NotRecoverer', [recoverer.address]);
    }
  });

  test('is refused to a wallet that was lost meanwhile', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    await recover(chain, newOwner, stranger);
    assert.ok((await latestTime(chain)) >= opensAt);

    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    await assertRefused(call, chain.abi, 'WalletRetired', [newOwner.address]);
  });

  test('cannot close a cycle by two proposals made before either was executed', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    await proposeRecovery(chain, owner, newOwner);
    const opensAt = await proposeRecovery(chain, newOwner, owner);
    await chain.nextBlockAt(opensAt);
    await chain.send(newOwner, 'executeRecovery', owner.address);

    const call = chain.send(owner, 'executeRecovery', newOwner.address);

    await assertRefused(call, chain.abi, 'WalletRetired', [owner.address]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });
});
