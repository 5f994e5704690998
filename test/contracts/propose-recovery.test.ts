import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, ZeroAddress } from 'ethers';
import { proposeRecovery, recover, RECOVERY_DELAY, RECOVERY_WINDOW } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { eventsOf, latestTime } from './support/reports';

describe('proposeRecovery', () => {
  test('starts seven days, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;

    const receipt = await chain.send(recoverer, 'proposeRecovery', owner.address, newOwner.address);

    const opensAt = BigInt((await latestTime(chain)) + 7 * 24 * 3_600);
    assert.deepEqual(eventsOf(chain, receipt), [
      {
        name: 'RecoveryProposed',
        args: [owner.address, newOwner.address, recoverer.address, opensAt],
      },
    ]);
    assert.deepEqual(await chain.ask('getRecovery', owner.address), [
      [newOwner.address, opensAt, recoverer.address],
    ]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [owner.address]);
  });

  test('requires the role, which the admin does not hold by default', async () => {
    const chain = await startRegistryChain();
    const { admin, owner, newOwner, issuer, stranger } = chain;

    for (const other of [admin, owner, newOwner, issuer, stranger]) {
      const call = chain.send(other, 'proposeRecovery', owner.address, newOwner.address);
      await assertRefused(call, chain.abi, 'NotRecoverer', [other.address]);
    }
  });

  test('refuses the zero wallet on either side', async () => {
    const chain = await startRegistryChain();
    const { owner, recoverer } = chain;

    for (const pair of [
      [ZeroAddress, owner.address],
      [owner.address, ZeroAddress],
    ]) {
      const call = chain.send(recoverer, 'proposeRecovery', ...pair);
      await assertRefused(call, chain.abi, 'ZeroWallet', []);
    }
  });

  test('refuses a wallet as its own successor', async () => {
    const chain = await startRegistryChain();
    const { owner, recoverer } = chain;
    const call = chain.send(recoverer, 'proposeRecovery', owner.address, owner.address);
    await assertRefused(call, chain.abi, 'RecoveryToItself', [owner.address]);
  });

  test('refuses a wallet that has a successor already', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer, stranger } = chain;
    await recover(chain, owner, newOwner);

    const call = chain.send(recoverer, 'proposeRecovery', owner.address, stranger.address);

    await assertRefused(call, chain.abi, 'WalletRetired', [owner.address]);
  });

  test('refuses a retired wallet as the new one, so that there is no cycle', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;
    await recover(chain, owner, newOwner);

    const call = chain.send(recoverer, 'proposeRecovery', newOwner.address, owner.address);

    await assertRefused(call, chain.abi, 'WalletRetired', [owner.address]);
  });

  test('replaces an earlier proposal and starts the delay again', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const first = await proposeRecovery(chain, owner, stranger);
    await chain.nextBlockAt(first - 1);
    const second = await proposeRecovery(chain, owner, newOwner);

    const replaced = chain.send(stranger, 'executeRecovery', owner.address);
    await assertRefused(replaced, chain.abi, 'NotNewOwner', [owner.address, stranger.address]);
    const early = chain.send(newOwner, 'executeRecovery', owner.address);
    const lapsesAt = second + RECOVERY_WINDOW;
    await assertRefused(early, chain.abi, 'RecoveryNotOpen', [second, lapsesAt]);
    assert.equal(second, first - 1 + RECOVERY_DELAY);
  });

  test('keeps the proposals for two wallets separate', async () => {
    const chain = await startRegistryChain();
    const { owner, stranger, newOwner } = chain;
    await proposeRecovery(chain, owner, newOwner);
    const opensAt = await proposeRecovery(chain, stranger, newOwner);

    await chain.send(owner, 'vetoRecovery', owner.address);

    await chain.nextBlockAt(opensAt);
    await chain.send(newOwner, 'executeRecovery', stranger.address);
    assert.deepEqual(await chain.ask('currentWallet', stranger.address), [newOwner.address]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [owner.address]);
  });
});

test('the delay, the window and the cap can be read', async () => {
  const chain = await startRegistryChain();
  assert.deepEqual(await chain.ask('RECOVERY_DELAY'), [BigInt(RECOVERY_DELAY)]);
  assert.deepEqual(await chain.ask('RECOVERY_WINDOW'), [BigInt(RECOVERY_WINDOW)]);
  assert.deepEqual(await chain.ask('MAX_RECOVERIES'), [16n]);
  assert.deepEqual(await chain.ask('RECOVERY_ROLE'), [id('RECOVERY_ROLE')]);
});
