import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, ZeroAddress } from 'ethers';
import { proposeRecovery, recover, RECOVERY_DELAY, RECOVERY_WINDOW } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { eventsOf, latestTime } from './support/reports';

const NONE = [ZeroAddress, 0n, ZeroAddress];

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

  test('belongs to the role alone, which the admin does not hold by itself', async () => {
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

  test('replaces an earlier proposal, whose days do not count', async () => {
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

  test('keeps the proposals for two wallets apart', async () => {
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

describe('vetoRecovery', () => {
  test('by the wallet itself ends the proposal, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    const receipt = await chain.send(owner, 'vetoRecovery', owner.address);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RecoveryVetoed', args: [owner.address, owner.address] },
    ]);
    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NONE]);
    await chain.nextBlockAt(opensAt);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);
    await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
  });

  test('also takes back what the role proposed by mistake', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;
    await proposeRecovery(chain, owner, newOwner);

    const receipt = await chain.send(recoverer, 'vetoRecovery', owner.address);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RecoveryVetoed', args: [owner.address, recoverer.address] },
    ]);
  });

  test('is possible until the very execution', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + RECOVERY_WINDOW - 1);
    await chain.send(owner, 'vetoRecovery', owner.address);

    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NONE]);
  });

  test('belongs to no one else', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, admin, issuer, stranger } = chain;
    await proposeRecovery(chain, owner, newOwner);

    for (const other of [newOwner, admin, issuer, stranger]) {
      const call = chain.send(other, 'vetoRecovery', owner.address);
      await assertRefused(call, chain.abi, 'NotVetoer', [owner.address, other.address]);
    }
  });

  test('of nothing is refused', async () => {
    const chain = await startRegistryChain();
    const { owner, recoverer } = chain;
    for (const vetoer of [owner, recoverer]) {
      const call = chain.send(vetoer, 'vetoRecovery', owner.address);
      await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
    }
  });

  test('does not reach a recovery that was executed', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;
    await recover(chain, owner, newOwner);

    for (const vetoer of [owner, recoverer]) {
      const call = chain.send(vetoer, 'vetoRecovery', owner.address);
      await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
    }
  });

  test('does not bar a later proposal', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    await proposeRecovery(chain, owner, newOwner);
    await chain.send(owner, 'vetoRecovery', owner.address);

    await recover(chain, owner, newOwner);

    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });
});

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
    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NONE]);
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

  test('has lapsed at the second after', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + RECOVERY_WINDOW);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    const window = [opensAt, opensAt + RECOVERY_WINDOW];
    await assertRefused(call, chain.abi, 'RecoveryNotOpen', window);
  });

  test('belongs to the new wallet, which so consents', async () => {
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

  test('is refused when the proposer was dismissed, whatever it had proposed', async () => {
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

test('the delay, the window and the cap can be read', async () => {
  const chain = await startRegistryChain();
  assert.deepEqual(await chain.ask('RECOVERY_DELAY'), [BigInt(RECOVERY_DELAY)]);
  assert.deepEqual(await chain.ask('RECOVERY_WINDOW'), [BigInt(RECOVERY_WINDOW)]);
  assert.deepEqual(await chain.ask('MAX_RECOVERIES'), [16n]);
  assert.deepEqual(await chain.ask('RECOVERY_ROLE'), [id('RECOVERY_ROLE')]);
});
