import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, Interface, ZeroAddress } from 'ethers';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import { eventsOf, latestTime, ZERO } from './support/reports';

const ADMIN_DELAY_SECONDS = 172_800;
/** A longer delay begins after itself, but at most after five days (OpenZeppelin's default). */
const LONGEST_WAIT_SECONDS = 432_000;

describe('the handover of the admin', () => {
  test('is planned, emitted as an event, and shown until it is accepted', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger } = chain;
    const receipt = await chain.send(admin, 'beginDefaultAdminTransfer', stranger.address);
    const due = (await latestTime(chain)) + ADMIN_DELAY_SECONDS;

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'DefaultAdminTransferScheduled', args: [stranger.address, BigInt(due)] },
    ]);
    assert.deepEqual(await chain.ask('pendingDefaultAdmin'), [stranger.address, BigInt(due)]);

    await chain.nextBlockAt(due + 1);
    await chain.send(stranger, 'acceptDefaultAdminTransfer');
    assert.deepEqual(await chain.ask('pendingDefaultAdmin'), [ZeroAddress, 0n]);
  });

  test('emits an event when it is cancelled', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger } = chain;
    await chain.send(admin, 'beginDefaultAdminTransfer', stranger.address);

    const receipt = await chain.send(admin, 'cancelDefaultAdminTransfer');

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'DefaultAdminTransferCanceled', args: [] },
    ]);
    assert.deepEqual(await chain.ask('pendingDefaultAdmin'), [ZeroAddress, 0n]);
  });
});

describe('the delay of the handover', () => {
  test('grows only after a wait, so that no one is locked out at once', async () => {
    const chain = await startRegistryChain();
    const longer = 10 * 86_400;
    const receipt = await chain.send(chain.admin, 'changeDefaultAdminDelay', longer);
    const begins = (await latestTime(chain)) + LONGEST_WAIT_SECONDS;

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'DefaultAdminDelayChangeScheduled', args: [BigInt(longer), BigInt(begins)] },
    ]);
    assert.deepEqual(await chain.ask('defaultAdminDelayIncreaseWait'), [
      BigInt(LONGEST_WAIT_SECONDS),
    ]);
    assert.deepEqual(await chain.ask('defaultAdminDelay'), [BigInt(ADMIN_DELAY_SECONDS)]);
    assert.deepEqual(await chain.ask('pendingDefaultAdminDelay'), [BigInt(longer), BigInt(begins)]);

    await chain.nextBlockAt(begins + 1);
    await chain.send(chain.admin, 'beginDefaultAdminTransfer', chain.stranger.address);
    assert.deepEqual(await chain.ask('defaultAdminDelay'), [BigInt(longer)]);
  });

  test('shrinks only after what it shrinks by, so that a thief of the key gains no time', async () => {
    const chain = await startRegistryChain();
    await chain.send(chain.admin, 'changeDefaultAdminDelay', 0);
    const changed = await latestTime(chain);

    assert.deepEqual(await chain.ask('pendingDefaultAdminDelay'), [
      0n,
      BigInt(changed + ADMIN_DELAY_SECONDS),
    ]);
    await chain.send(chain.admin, 'beginDefaultAdminTransfer', chain.stranger.address);
    const due = (await latestTime(chain)) + ADMIN_DELAY_SECONDS;
    const early = chain.send(chain.stranger, 'acceptDefaultAdminTransfer');
    await assertRefused(early, chain.abi, 'AccessControlEnforcedDefaultAdminDelay', [due]);
  });

  test('stays when the change is cancelled, and emits the event', async () => {
    const chain = await startRegistryChain();
    await chain.send(chain.admin, 'changeDefaultAdminDelay', 0);
    const receipt = await chain.send(chain.admin, 'rollbackDefaultAdminDelay');

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'DefaultAdminDelayChangeCanceled', args: [] },
    ]);
    assert.deepEqual(await chain.ask('pendingDefaultAdminDelay'), [0n, 0n]);
    assert.deepEqual(await chain.ask('defaultAdminDelay'), [BigInt(ADMIN_DELAY_SECONDS)]);
  });

  test('is changed by the admin only', async () => {
    const chain = await startRegistryChain();
    const { stranger } = chain;
    for (const call of [
      () => chain.send(stranger, 'changeDefaultAdminDelay', 0),
      () => chain.send(stranger, 'rollbackDefaultAdminDelay'),
    ]) {
      const details = [stranger.address, ZERO];
      await assertRefused(call(), chain.abi, 'AccessControlUnauthorizedAccount', details);
    }
  });
});

describe('roles', () => {
  test('are governed by the admin alone', async () => {
    const chain = await startRegistryChain();
    const [adminRole] = await chain.ask('DEFAULT_ADMIN_ROLE');
    assert.equal(adminRole, ZERO);
    for (const role of ['ISSUER_ROLE', 'RECOVERY_ROLE']) {
      assert.deepEqual(await chain.ask(role), [id(role)]);
      assert.deepEqual(await chain.ask('getRoleAdmin', id(role)), [adminRole]);
    }
  });

  test('emit an event when given', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger } = chain;
    const receipt = await chain.send(admin, 'grantRole', id('RECOVERY_ROLE'), stranger.address);
    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'RoleGranted', args: [id('RECOVERY_ROLE'), stranger.address, admin.address] },
    ]);
  });
});

describe('the registry', () => {
  test('returns its caps', async () => {
    const chain = await startRegistryChain();
    assert.deepEqual(await chain.ask('MAX_PERMISSIONS'), [64n]);
    assert.deepEqual(await chain.ask('MAX_BATCH'), [64n]);
  });

  test('returns what it supports: ERC-165, and roles with an admin handed over by rules', async () => {
    const chain = await startRegistryChain();
    const idOf = (...functions: string[]) => {
      const known = new Interface(functions.map((one) => `function ${one}`));
      const ids = functions.map((one) => BigInt(known.getFunction(one)?.selector ?? 0));
      return `0x${ids
        .reduce((sum, next) => sum ^ next, 0n)
        .toString(16)
        .padStart(8, '0')}`;
    };
    assert.deepEqual(await chain.ask('supportsInterface', idOf('supportsInterface(bytes4)')), [
      true,
    ]);
    const accessControl = idOf(
      'hasRole(bytes32,address)',
      'getRoleAdmin(bytes32)',
      'grantRole(bytes32,address)',
      'revokeRole(bytes32,address)',
      'renounceRole(bytes32,address)',
    );
    assert.deepEqual(await chain.ask('supportsInterface', accessControl), [true]);
    assert.deepEqual(await chain.ask('supportsInterface', '0xffffffff'), [false]);
  });
});
