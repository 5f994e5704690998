import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NO_RECOVERY, proposeRecovery, recover, RECOVERY_WINDOW } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { eventsOf } from './support/reports';

describe('vetoRecovery', () => {
  test('by the wallet itself ends the proposal, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    const receipt = await chain.send(owner, 'vetoRecovery', owner.address);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RecoveryVetoed', args: [owner.address, owner.address] },
    ]);
    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NO_RECOVERY]);
    await chain.nextBlockAt(opensAt);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);
    await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
  });

  test('also cancels a mistaken proposal of the role', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;
    await proposeRecovery(chain, owner, newOwner);

    const receipt = await chain.send(recoverer, 'vetoRecovery', owner.address);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RecoveryVetoed', args: [owner.address, recoverer.address] },
    ]);
  });

  test('is possible until the execution', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);

    await chain.nextBlockAt(opensAt + RECOVERY_WINDOW - 1);
    await chain.send(owner, 'vetoRecovery', owner.address);

    assert.deepEqual(await chain.ask('getRecovery', owner.address), [NO_RECOVERY]);
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

  test('does not undo a recovery that was executed', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, recoverer } = chain;
    await recover(chain, owner, newOwner);

    for (const vetoer of [owner, recoverer]) {
      const call = chain.send(vetoer, 'vetoRecovery', owner.address);
      await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
    }
  });

  test('does not prevent a later proposal', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    await proposeRecovery(chain, owner, newOwner);
    await chain.send(owner, 'vetoRecovery', owner.address);

    await recover(chain, owner, newOwner);

    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });
});
