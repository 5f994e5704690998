import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { packPermission } from '@/registry/contract/pack-permission';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import { anchor, latestTime, NEVER, permission, permissions, ZERO } from './support/reports';

const ANNA = 0xa11an;
const BORIS = 0xb0b15n;

/** Asks whether a viewer is permitted, and expects that `viewReport` answers that and what `getReport` answers. */
async function mayView(
  chain: RegistryChain,
  contentHash: string,
  list: readonly string[],
  tag: bigint,
): Promise<boolean> {
  const [permitted] = await chain.ask('hasPermission', contentHash, list, tag);
  const report = await chain.ask('getReport', contentHash);
  assert.deepEqual(await chain.ask('viewReport', contentHash, list, tag), [...report, permitted]);
  return permitted === true;
}

/** Mines an empty block at a time; `eth_call` sees the latest block's time. */
async function mineAt(chain: RegistryChain, seconds: number): Promise<void> {
  await chain.nextBlockAt(seconds);
  await chain.provider.send('evm_mine', []);
  assert.equal(await latestTime(chain), seconds);
}

describe('hasPermission, and viewReport with it,', () => {
  test('is true for every viewer on the list, and for no one else', async () => {
    const chain = await startRegistryChain();
    const list = permissions(64);
    const { contentHash } = await anchor(chain, { permissions: list });

    assert.equal(await mayView(chain, contentHash, list, 1n), true);
    assert.equal(await mayView(chain, contentHash, list, 64n), true);
    assert.equal(await mayView(chain, contentHash, list, 65n), false);
    assert.equal(await mayView(chain, contentHash, list, 0n), false);
  });

  test('is false for everyone when there are no viewers', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);

    assert.equal(await mayView(chain, contentHash, [], ANNA), false);
    assert.equal(await mayView(chain, contentHash, [permission(ANNA)], ANNA), false);
  });

  test('is true one second before the expiry, and false at it and after', async () => {
    const chain = await startRegistryChain();
    const expiry = (await latestTime(chain)) + 1_000;
    const list = [permission(ANNA, expiry), permission(BORIS)];
    const { contentHash } = await anchor(chain, { permissions: list });

    await mineAt(chain, expiry - 1);
    assert.equal(await mayView(chain, contentHash, list, ANNA), true);
    await mineAt(chain, expiry);
    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
    await mineAt(chain, expiry + 1);
    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
    assert.equal(await mayView(chain, contentHash, list, BORIS), true);
  });

  test('is true in thousands of years when the expiry is never', async () => {
    const chain = await startRegistryChain();
    const list = [permission(ANNA, NEVER)];
    const { contentHash } = await anchor(chain, { permissions: list });

    await mineAt(chain, 2 ** 39);

    assert.equal(await mayView(chain, contentHash, list, ANNA), true);
  });

  test('treats an expiry of zero as expired', async () => {
    const chain = await startRegistryChain();
    const list = [permission(ANNA, 0)];
    const { contentHash } = await anchor(chain, { permissions: list });

    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
  });

  test('counts the latest expiry of a viewer who is listed twice', async () => {
    const chain = await startRegistryChain();
    const soon = (await latestTime(chain)) + 100;
    const list = [permission(ANNA, soon), permission(ANNA, soon + 100)];
    const { contentHash } = await anchor(chain, { permissions: list });

    await mineAt(chain, soon);
    assert.equal(await mayView(chain, contentHash, list, ANNA), true);
    await mineAt(chain, soon + 100);
    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
  });

  test('refuses a list with a word added, changed, left out or moved', async () => {
    const chain = await startRegistryChain();
    const expiry = (await latestTime(chain)) + 1_000;
    const [anna, boris] = [permission(ANNA, expiry), permission(BORIS, expiry)];
    const { contentHash } = await anchor(chain, { permissions: [anna, boris] });

    const longer = [permission(ANNA, expiry + 1), boris];
    for (const list of [[anna, boris, anna], longer, [anna], [], [boris, anna]]) {
      assert.equal(await mayView(chain, contentHash, list, ANNA), false);
    }
    assert.equal(await mayView(chain, contentHash, [anna, boris], ANNA), true);
  });

  test('returns false for more words than a list can have', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain, { permissions: permissions(64) });

    assert.equal(await mayView(chain, contentHash, permissions(65), 1n), false);
  });

  test('refuses another report’s list', async () => {
    const chain = await startRegistryChain();
    const [mine, theirs] = [[permission(ANNA)], [permission(BORIS)]];
    const { contentHash } = await anchor(chain, { permissions: mine });
    await anchor(chain, { permissions: theirs, owner: chain.stranger });

    assert.equal(await mayView(chain, contentHash, theirs, BORIS), false);
  });

  test('refuses a removed viewer as soon as the list is replaced', async () => {
    const chain = await startRegistryChain();
    const [before, after] = [[permission(ANNA), permission(BORIS)], [permission(BORIS)]];
    const { contentHash, block } = await anchor(chain, { permissions: before });

    await chain.send(chain.owner, 'setPermissions', contentHash, block, after);

    assert.equal(await mayView(chain, contentHash, before, ANNA), false);
    assert.equal(await mayView(chain, contentHash, after, ANNA), false);
    assert.equal(await mayView(chain, contentHash, after, BORIS), true);
  });

  test('is false once the report is withdrawn', async () => {
    const chain = await startRegistryChain();
    const list = [permission(ANNA)];
    const { contentHash } = await anchor(chain, { permissions: list });

    await chain.send(chain.owner, 'withdrawReport', contentHash);

    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
  });

  test('is false once the report is retracted', async () => {
    const chain = await startRegistryChain();
    const list = [permission(ANNA)];
    const { contentHash } = await anchor(chain, { permissions: list });

    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    assert.equal(await mayView(chain, contentHash, list, ANNA), false);
  });

  test('is false for a report that was never added', async () => {
    const chain = await startRegistryChain();

    assert.equal(await mayView(chain, id('never added'), [], 0n), false);
    assert.equal(await mayView(chain, id('never added'), [permission(ANNA)], ANNA), false);
  });

  test('understands the words that the application packs', async () => {
    const chain = await startRegistryChain();
    const [tag, other] = [new Uint8Array(27).fill(0xab), new Uint8Array(27).fill(0xcd)];
    const expiry = (await latestTime(chain)) + 1_000;
    const list = [packPermission(tag, new Date(expiry * 1_000)), packPermission(other, null)];
    const { contentHash } = await anchor(chain, { permissions: list });
    const [tagNumber, otherNumber] = [`0x${'ab'.repeat(27)}`, `0x${'cd'.repeat(27)}`].map(BigInt);

    await mineAt(chain, expiry - 1);
    assert.equal(await mayView(chain, contentHash, list, tagNumber ?? 0n), true);
    await mineAt(chain, expiry);
    assert.equal(await mayView(chain, contentHash, list, tagNumber ?? 0n), false);
    assert.equal(await mayView(chain, contentHash, list, otherNumber ?? 0n), true);
  });
});
