import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Interface } from 'ethers';
import { artifacts, network } from 'hardhat';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import { latestTime } from './support/reports';

const PRICE = 250_000_000_000n;
const OWNER = `0x${'11'.repeat(20)}`;

async function startFeed() {
  const chain = await startRegistryChain();
  const { abi: fragments } = await artifacts.readArtifact('LocalPriceFeed');
  const abi = new Interface(fragments);
  const to = await chain.deploy('LocalPriceFeed', chain.admin.address, PRICE);
  return {
    ...chain,
    chain,
    abi,
    ask: async (name: string, ...args: unknown[]): Promise<unknown[]> => {
      const data = abi.encodeFunctionData(name, args);
      const answer = await chain.provider.call({ to, data });
      const fields: unknown[] = abi.decodeFunctionResult(name, answer).toArray();
      return fields;
    },
    setAnswer: async (from: typeof chain.admin, answer: bigint) => {
      const data = abi.encodeFunctionData('setAnswer', [answer]);
      const call = { from: from.address, to, data, gas: '0x186a0' };
      await chain.provider.send('eth_sendTransaction', [call]);
      return BigInt(await latestTime(chain));
    },
    /** The arguments of every AnswerUpdated of the newest block. */
    updates: async (): Promise<unknown[][]> => {
      const logs = await chain.provider.getLogs({ address: to, fromBlock: 'latest' });
      return logs.map((log): unknown[] =>
        abi.decodeEventLog('AnswerUpdated', log.data, log.topics).toArray(),
      );
    },
  };
}

describe('LocalPriceFeed', () => {
  test('looks like Chainlink’s ETH/USD feed', async () => {
    const feed = await startFeed();

    assert.deepEqual(await feed.ask('decimals'), [8n]);
    assert.deepEqual(await feed.ask('description'), ['ETH / USD']);
    assert.deepEqual(await feed.ask('version'), [1n]);
    const now = BigInt(await latestTime(feed.chain));
    assert.deepEqual(await feed.ask('latestRoundData'), [1n, PRICE, now, now, 1n]);
  });

  test('answers what its owner set, and keeps its earlier answers', async () => {
    const feed = await startFeed();
    const before = await feed.ask('latestRoundData');

    const now = await feed.setAnswer(feed.admin, PRICE + 1n);

    assert.deepEqual(await feed.ask('latestRoundData'), [2n, PRICE + 1n, now, now, 2n]);
    assert.deepEqual(await feed.ask('getRoundData', 1), before);
    assert.deepEqual(await feed.updates(), [[PRICE + 1n, 2n, now]]);
  });

  test('takes the smallest price', async () => {
    const feed = await startFeed();
    const now = await feed.setAnswer(feed.admin, 1n);
    assert.deepEqual(await feed.ask('latestRoundData'), [2n, 1n, now, now, 2n]);
  });

  test('refuses answers of other accounts', async () => {
    const feed = await startFeed();

    const call = feed.setAnswer(feed.stranger, PRICE);

    await assertRefused(call, feed.abi, 'OwnableUnauthorizedAccount', [feed.stranger.address]);
  });

  test('refuses a price of nothing', async () => {
    const feed = await startFeed();
    await assertRefused(feed.setAnswer(feed.admin, 0n), feed.abi, 'AnswerNotPositive', [0]);
    await assertRefused(feed.setAnswer(feed.admin, -1n), feed.abi, 'AnswerNotPositive', [-1]);
  });

  test('refuses rounds that do not exist', async () => {
    const feed = await startFeed();
    const data = feed.abi.encodeFunctionData('getRoundData', [2]);
    const feedAddress = await feed.deploy('LocalPriceFeed', feed.admin.address, PRICE);

    await assert.rejects(feed.provider.call({ to: feedAddress, data }), (error: object) => {
      assert.equal(
        'data' in error && feed.abi.parseError(String(error.data))?.name,
        'UnknownRound',
      );
      return true;
    });
  });

  /** Tries to deploy it on a chain with another id; nothing is sent. */
  async function tryOn(chainId: number): Promise<{ abi: Interface; call: Promise<unknown> }> {
    const { provider } = await network.create({ override: { chainId } });
    const { abi: fragments, bytecode } = await artifacts.readArtifact('LocalPriceFeed');
    const abi = new Interface(fragments);
    const data = bytecode + abi.encodeDeploy([OWNER, PRICE]).slice(2);
    return { abi, call: provider.request({ method: 'eth_call', params: [{ data }, 'latest'] }) };
  }

  test('can be deployed on Ganache, too', async () => {
    const { call } = await tryOn(1337);
    assert.notEqual(await call, '0x');
  });

  test('cannot be deployed on a public chain', async () => {
    const { abi, call } = await tryOn(11155111);
    await assertRefused(call, abi, 'NotALocalChain', [11155111]);
  });
});
