import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, Interface, type JsonRpcSigner, ZeroAddress, ZeroHash } from 'ethers';
import { artifacts } from 'hardhat';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import { latestTime } from './support/reports';

const ADMIN_DELAY_SECONDS = 172_800;
const DAY_SECONDS = 86_400;
const ROLE = id('ANCHOR_ROLE');
const MOST = 64;
const root = id('a root');
const hashes = (count: number) => Array.from({ length: count }, (_, index) => id(`leaf ${index}`));

async function startTrail() {
  const chain = await startRegistryChain();
  const { provider, admin, issuer: operator, stranger } = chain;
  const abi = new Interface((await artifacts.readArtifact('TrailAnchor')).abi);
  const to = await chain.deploy('TrailAnchor', ADMIN_DELAY_SECONDS, admin.address);
  const send = async (from: JsonRpcSigner, name: string, ...args: unknown[]) => {
    const data = abi.encodeFunctionData(name, args);
    const call = { from: from.address, to, data, gas: '0x4c4b40' };
    const hash: unknown = await provider.send('eth_sendTransaction', [call]);
    const receipt = await provider.getTransactionReceipt(String(hash));
    return (receipt?.logs ?? []).map((log) => abi.parseLog(log));
  };
  const ask = async (name: string, ...args: unknown[]) => {
    const data = abi.encodeFunctionData(name, args);
    const answer = await provider.call({ to, data });
    const fields: unknown[] = abi.decodeFunctionResult(name, answer).toArray();
    return fields[0];
  };
  await send(admin, 'grantRole', ROLE, operator.address);
  const yesterday = Math.floor((await latestTime(chain)) / DAY_SECONDS) - 1;
  return { ...chain, chain, abi, send, ask, operator, stranger, yesterday };
}

describe('TrailAnchor', () => {
  test('keeps the root of a day, and emits DayAnchored', async () => {
    const { send, ask, operator, yesterday } = await startTrail();

    const [event, ...more] = await send(operator, 'anchorDay', yesterday, root);

    assert.equal(event?.name, 'DayAnchored');
    assert.deepEqual(event.args.toArray(), [BigInt(yesterday)]);
    assert.deepEqual(more, []);
    assert.equal(await ask('rootOf', yesterday), root);
    assert.equal(await ask('rootOf', yesterday - 1), ZeroHash);
    assert.equal(await ask('rootOf', yesterday + 1), ZeroHash);
  });

  test('takes days in any order, the first one of 1970 included', async () => {
    const { send, ask, operator, yesterday } = await startTrail();
    await send(operator, 'anchorDay', yesterday, root);
    await send(operator, 'anchorDay', 0, id('another'));
    assert.equal(await ask('rootOf', 0), id('another'));
    assert.equal(await ask('rootOf', yesterday), root);
  });

  test('refuses a second root for a day, be it the same one', async () => {
    const { abi, send, ask, operator, yesterday } = await startTrail();
    await send(operator, 'anchorDay', yesterday, root);
    for (const another of [root, id('another'), `0x${'0'.repeat(63)}1`]) {
      const call = send(operator, 'anchorDay', yesterday, another);
      await assertRefused(call, abi, 'DayAlreadyAnchored', [yesterday]);
    }
    assert.equal(await ask('rootOf', yesterday), root);
  });

  test('refuses a day that is not over, to the second', async () => {
    const { chain, abi, send, ask, operator, yesterday } = await startTrail();
    const tomorrow = yesterday + 2;
    await chain.nextBlockAt((tomorrow + 1) * DAY_SECONDS - 1);
    await assertRefused(send(operator, 'anchorDay', tomorrow, root), abi, 'DayNotOver', [tomorrow]);

    await chain.nextBlockAt((tomorrow + 1) * DAY_SECONDS);
    await send(operator, 'anchorDay', tomorrow, root);
    assert.equal(await ask('rootOf', tomorrow), root);
    const later = 2n ** 256n - 1n;
    await assertRefused(send(operator, 'anchorDay', later, root), abi, 'DayNotOver', [later]);
  });

  test('refuses a root of zeros', async () => {
    const { abi, send, operator, yesterday } = await startTrail();
    const call = send(operator, 'anchorDay', yesterday, ZeroHash);
    await assertRefused(call, abi, 'NothingToAnchor', []);
  });

  test('emits ViolationReported for each hash, up to the limit', async () => {
    const { send, ask, operator } = await startTrail();
    for (const count of [1, 10, MOST]) {
      const events = await send(operator, 'reportViolations', hashes(count));
      assert.deepEqual(
        events.map((event) => [event?.name, String(event?.args[0])]),
        hashes(count).map((hash) => ['ViolationReported', hash]),
      );
    }
    assert.equal(await ask('MAX_VIOLATIONS'), BigInt(MOST));
  });

  test('refuses a report of nothing, and one over the limit', async () => {
    const { abi, send, operator } = await startTrail();
    for (const count of [0, MOST + 1]) {
      const call = send(operator, 'reportViolations', hashes(count));
      await assertRefused(call, abi, 'ViolationCountOutOfRange', [count]);
    }
  });

  test('listens to accounts with the role only, not even to the admin', async () => {
    const { abi, send, ask, admin, stranger, yesterday } = await startTrail();
    for (const one of [admin, stranger]) {
      const missing = [one.address, ROLE];
      const anchoring = send(one, 'anchorDay', yesterday, root);
      await assertRefused(anchoring, abi, 'AccessControlUnauthorizedAccount', missing);
      const report = send(one, 'reportViolations', hashes(1));
      await assertRefused(report, abi, 'AccessControlUnauthorizedAccount', missing);
    }
    assert.equal(await ask('rootOf', yesterday), ZeroHash);
    assert.equal(await ask('ANCHOR_ROLE'), ROLE);
  });

  test('does not listen to an operator whom the admin has dismissed', async () => {
    const { abi, send, admin, operator, yesterday } = await startTrail();
    const [revoked] = await send(admin, 'revokeRole', ROLE, operator.address);
    assert.equal(revoked?.name, 'RoleRevoked');
    const call = send(operator, 'anchorDay', yesterday, root);
    await assertRefused(call, abi, 'AccessControlUnauthorizedAccount', [operator.address, ROLE]);
  });

  test('has an admin who changes in two steps, two days apart', async () => {
    const { chain, abi, ask, admin } = await startTrail();
    assert.equal(await ask('defaultAdmin'), admin.address);
    assert.equal(await ask('defaultAdminDelay'), BigInt(ADMIN_DELAY_SECONDS));
    const call = chain.deploy('TrailAnchor', ADMIN_DELAY_SECONDS, ZeroAddress);
    await assertRefused(call, abi, 'AccessControlInvalidDefaultAdmin', [ZeroAddress]);
  });
});
