import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  eventsOf,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

const ISSUER_ROLE = id('ISSUER_ROLE');

describe('markCompromised', () => {
  test('dismisses the issuer, stores the block, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    assert.deepEqual(await chain.ask('getCompromise', issuer.address), [false, 0n]);

    const receipt = await chain.send(admin, 'markCompromised', issuer.address, 3);

    const events = eventsOf(chain, receipt);
    assert.deepEqual(
      events.map(({ name }) => name),
      ['RoleRevoked', 'IssuerCompromised'],
    );
    assert.deepEqual(events[1]?.args, [issuer.address, 3n]);
    assert.deepEqual(await chain.ask('hasRole', ISSUER_ROLE, issuer.address), [false]);
    assert.deepEqual(await chain.ask('getCompromise', issuer.address), [true, 3n]);
  });

  test('ends the validity of what was added in that block and later, not before', async () => {
    const chain = await startRegistryChain();
    const [before, at, after] = [await anchor(chain), await anchor(chain), await anchor(chain)];

    await chain.send(chain.admin, 'markCompromised', chain.issuer.address, at.block);

    assert.equal((await readReport(chain, before.contentHash)).valid, true);
    assert.equal((await readReport(chain, at.contentHash)).valid, false);
    assert.equal((await readReport(chain, after.contentHash)).valid, false);
  });

  test('leaves the other data of such a report readable', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain, { permissions: permissions(1) });
    const before = await readReport(chain, contentHash);

    await chain.send(chain.admin, 'markCompromised', chain.issuer.address, block);

    assert.deepEqual(await readReport(chain, contentHash), { ...before, valid: false });
    assert.equal(before.status, STATUS.active);
  });

  test('ends the permissions of such a report, and of no other', async () => {
    const chain = await startRegistryChain();
    const list = permissions(1);
    const before = await anchor(chain, { permissions: list });
    const since = await anchor(chain, { permissions: list });
    const others = await anchor(chain, { permissions: list, signer: chain.otherIssuer });

    await chain.send(chain.admin, 'markCompromised', chain.issuer.address, since.block);

    const permitted = ({ contentHash }: { contentHash: string }) =>
      chain.ask('hasPermission', contentHash, list, 1n);
    assert.deepEqual(await permitted(before), [true]);
    assert.deepEqual(await permitted(since), [false]);
    assert.deepEqual(await permitted(others), [true]);
    assert.equal((await readReport(chain, others.contentHash)).valid, true);
  });

  test('invalidates attestations that were signed before', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    await chain.send(chain.admin, 'markCompromised', chain.issuer.address, 0);

    const call = addReport(chain, chain.owner, input);

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [chain.issuer.address]);
  });

  test('stops the thief of the key from retracting sound reports', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    const { issuer } = chain;
    await chain.send(chain.admin, 'markCompromised', issuer.address, block + 1);

    const call = chain.send(issuer, 'retractReport', contentHash, ZERO);

    await assertRefused(call, chain.abi, 'NotReportIssuer', [contentHash, issuer.address]);
    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('can never be followed by another appointment', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    await chain.send(admin, 'markCompromised', issuer.address, 1);

    const call = chain.send(admin, 'grantRole', ISSUER_ROLE, issuer.address);

    await assertRefused(call, chain.abi, 'IssuerIsCompromised', [issuer.address]);
    assert.deepEqual(await chain.ask('hasRole', ISSUER_ROLE, issuer.address), [false]);
  });

  test('leaves the account its other roles', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    await chain.send(admin, 'markCompromised', issuer.address, 1);

    await chain.send(admin, 'grantRole', id('RECOVERY_ROLE'), issuer.address);

    assert.deepEqual(await chain.ask('hasRole', id('RECOVERY_ROLE'), issuer.address), [true]);
  });

  test('covers reports of an earlier appointment', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const first = await anchor(chain);
    await chain.send(admin, 'revokeRole', ISSUER_ROLE, issuer.address);
    await chain.send(admin, 'grantRole', ISSUER_ROLE, issuer.address);
    const second = await anchor(chain);

    await chain.send(admin, 'markCompromised', issuer.address, first.block);

    assert.equal((await readReport(chain, first.contentHash)).valid, false);
    assert.equal((await readReport(chain, second.contentHash)).valid, false);
  });

  test('covers an issuer that was dismissed, or stepped down, before', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const { contentHash, block } = await anchor(chain);
    await chain.send(issuer, 'renounceRole', ISSUER_ROLE, issuer.address);
    assert.equal((await readReport(chain, contentHash)).valid, true);

    const receipt = await chain.send(admin, 'markCompromised', issuer.address, block);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'IssuerCompromised', args: [issuer.address, BigInt(block)] },
    ]);
    assert.equal((await readReport(chain, contentHash)).valid, false);
  });

  test('can be moved to an earlier block', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const [early, late] = [await anchor(chain), await anchor(chain)];
    await chain.send(admin, 'markCompromised', issuer.address, late.block);
    assert.equal((await readReport(chain, early.contentHash)).valid, true);

    await chain.send(admin, 'markCompromised', issuer.address, early.block);

    assert.equal((await readReport(chain, early.contentHash)).valid, false);
    assert.deepEqual(await chain.ask('getCompromise', issuer.address), [true, BigInt(early.block)]);
  });

  test('never moves to the same or a later block, so invalid reports stay invalid', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const { block } = await anchor(chain);
    await chain.send(admin, 'markCompromised', issuer.address, block);

    for (const again of [block, block + 1]) {
      const call = chain.send(admin, 'markCompromised', issuer.address, again);
      await assertRefused(call, chain.abi, 'AlreadyCompromised', [issuer.address, block]);
    }
  });

  test('from block zero is stored as a mark, and cannot be moved', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const { contentHash } = await anchor(chain);
    await chain.send(admin, 'markCompromised', issuer.address, 0);

    assert.equal((await readReport(chain, contentHash)).valid, false);
    const call = chain.send(admin, 'markCompromised', issuer.address, 0);
    await assertRefused(call, chain.abi, 'AlreadyCompromised', [issuer.address, 0]);
  });

  test('accepts the current block, and refuses a later one', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer, otherIssuer } = chain;
    const next = (await chain.provider.getBlockNumber()) + 1;
    await chain.send(admin, 'markCompromised', issuer.address, next);

    const call = chain.send(admin, 'markCompromised', otherIssuer.address, next + 2);

    await assertRefused(call, chain.abi, 'BlockInFuture', [next + 2]);
  });

  test('refuses an account that never was an issuer', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger, recoverer } = chain;
    for (const other of [stranger, recoverer]) {
      const call = chain.send(admin, 'markCompromised', other.address, 0);
      await assertRefused(call, chain.abi, 'NeverIssuer', [other.address]);
    }
  });

  test('belongs to the default admin alone', async () => {
    const chain = await startRegistryChain();
    const { issuer, otherIssuer, owner, recoverer, stranger } = chain;
    for (const other of [issuer, otherIssuer, owner, recoverer, stranger]) {
      const call = chain.send(other, 'markCompromised', issuer.address, 0);
      const details = [other.address, ZERO];
      await assertRefused(call, chain.abi, 'AccessControlUnauthorizedAccount', details);
    }
  });

  test('leaves withdrawing to the owner of such a report', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain);
    await chain.send(chain.admin, 'markCompromised', chain.issuer.address, block);

    await chain.send(chain.owner, 'withdrawReport', contentHash);

    assert.equal((await readReport(chain, contentHash)).status, STATUS.withdrawn);
  });
});
