import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { computeAddress, Contract, id, JsonRpcProvider, Wallet } from 'ethers';
import { network } from 'hardhat';
import { reportRegistryAbi } from '@/generated/report-registry';
import { deployContracts, type DeployOptions } from '../../scripts/deployment/deploy-contracts';

/** The first account of every Hardhat and Anvil chain: worth nothing anywhere else. */
const DEPLOYER_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80';
const ISSUER = computeAddress(id('an issuer of this test'));
const SEPOLIA = 11155111;

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startNode(chainId = 31337): Promise<{ rpc: JsonRpcProvider; rpcUrl: string }> {
  const server = await network.createServer({ override: { chainId } }, '127.0.0.1');
  const { address, port } = await server.listen();
  const rpcUrl = `http://${address}:${port}`;
  const rpc = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
  cleanups.push(
    () => server.close(),
    () => {
      rpc.destroy();
      return Promise.resolve();
    },
  );
  // Public chains are waited for: their blocks must come.
  if (chainId !== 31337) await rpc.send('evm_setIntervalMining', [50]);
  return { rpc, rpcUrl };
}

async function startDeployment(chainId?: number) {
  const node = await startNode(chainId);
  const folder = await mkdtemp(join(tmpdir(), 'medanchor-deploy-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const said: string[] = [];
  const options: DeployOptions = {
    rpcUrl: node.rpcUrl,
    deployerKey: DEPLOYER_KEY,
    issuer: ISSUER,
    recordFile: join(folder, 'record.json'),
    onProgress: (line) => said.push(line),
  };
  const readRecord = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, 'record.json'), 'utf8'));
  const countSent = () => node.rpc.getTransactionCount(computeAddress(DEPLOYER_KEY));
  return { ...node, options, said, readRecord, countSent };
}

describe('deployContracts', () => {
  test('deploys a registry whose issuer may attest, and a price feed on a local chain', async () => {
    const { rpc, options, readRecord } = await startDeployment();

    const record = await deployContracts(options);

    const registry = new Contract(record.registry, reportRegistryAbi, rpc);
    assert.equal(await registry.getFunction('hasRole')(id('ISSUER_ROLE'), ISSUER), true);
    assert.equal(await registry.getFunction('defaultAdmin')(), record.deployer);
    assert.equal(await registry.getFunction('defaultAdminDelay')(), 172_800n);
    assert.notEqual(await rpc.getCode(record.priceFeed ?? ''), '0x');
    const receipt = await rpc.getTransactionReceipt(record.transaction);
    assert.equal(receipt?.contractAddress, record.registry);
    assert.equal(receipt.blockNumber, record.block);
    assert.equal(record.chainId, 31337);
    assert.deepEqual(await readRecord(), record);
  });

  test('says what it costs before it sends anything', async () => {
    const { options, said } = await startDeployment();

    await deployContracts(options);

    assert.match(said[0] ?? '', /up to 0\.\d+ ETH/);
  });

  test('does nothing when run again', async () => {
    const { options, countSent } = await startDeployment();
    const first = await deployContracts(options);
    const sent = await countSent();

    const second = await deployContracts(options);

    assert.deepEqual(second, first);
    assert.equal(await countSent(), sent);
  });

  test('finishes what a crash left undone', async () => {
    const { rpc, options } = await startDeployment();
    const { registry, issuer, priceFeed, ...rest } = await deployContracts(options);
    await writeFile(options.recordFile ?? '', JSON.stringify({ registry, ...rest }));

    const record = await deployContracts(options);

    assert.equal(record.registry, registry);
    assert.equal(record.issuer, issuer);
    assert.notEqual(record.priceFeed, priceFeed);
    assert.notEqual(await rpc.getCode(record.priceFeed ?? ''), '0x');
  });

  test('gives the role to another issuer without another registry', async () => {
    const { rpc, options } = await startDeployment();
    const { registry } = await deployContracts(options);
    const issuer = Wallet.createRandom().address;

    const record = await deployContracts({ ...options, issuer });

    assert.equal(record.registry, registry);
    const contract = new Contract(registry, reportRegistryAbi, rpc);
    assert.equal(await contract.getFunction('hasRole')(id('ISSUER_ROLE'), issuer), true);
  });

  test('deploys anew on a local chain that began anew', async () => {
    const { options } = await startDeployment();
    await deployContracts(options);
    const { rpc, rpcUrl } = await startNode();

    const record = await deployContracts({ ...options, rpcUrl });

    assert.notEqual(await rpc.getCode(record.registry), '0x');
  });

  test('deploys no price feed on a public chain, and waits for three blocks', async () => {
    const { rpc, options } = await startDeployment(SEPOLIA);

    const record = await deployContracts(options);

    assert.equal(record.priceFeed, undefined);
    assert.ok((await rpc.getBlockNumber()) >= record.block + 2);
  });

  test('does not deploy again on a public chain where the record names no contract', async () => {
    const local = await startDeployment();
    const record = await deployContracts(local.options);
    const { options, countSent } = await startDeployment(SEPOLIA);
    await writeFile(options.recordFile ?? '', JSON.stringify({ ...record, chainId: SEPOLIA }));

    await assert.rejects(deployContracts(options), /names an address without code/);
    assert.equal(await countSent(), 0);
  });

  test('sends nothing on a chain that was not asked for', async () => {
    const { options, countSent } = await startDeployment();

    const call = deployContracts({ ...options, chainIds: [SEPOLIA] });

    await assert.rejects(call, /on chain 31337/);
    assert.equal(await countSent(), 0);
  });

  test('sends nothing with another chain’s record', async () => {
    const { options } = await startDeployment();
    await deployContracts(options);
    const other = await startDeployment(SEPOLIA);

    const call = deployContracts({ ...options, rpcUrl: other.rpcUrl });

    await assert.rejects(call, /tells of chain 31337, the node is on 11155111/);
    assert.equal(await other.countSent(), 0);
  });

  test('sends nothing when the cost is not agreed to', async () => {
    const { options, countSent } = await startDeployment();

    const call = deployContracts({ ...options, confirm: () => Promise.resolve(false) });

    await assert.rejects(call, /Nothing was sent/);
    assert.equal(await countSent(), 0);
  });

  test('sends nothing when the deployer cannot pay', async () => {
    const { options, countSent } = await startDeployment();

    const call = deployContracts({ ...options, deployerKey: id('a poor deployer') });

    await assert.rejects(call, /cannot pay/);
    assert.equal(await countSent(), 0);
  });

  test('gives up at once when no node answers', async () => {
    const { options } = await startDeployment();

    const call = deployContracts({ ...options, rpcUrl: 'http://127.0.0.1:1' });

    await assert.rejects(call, /ECONNREFUSED/);
  });

  test('does not overwrite a record that it cannot read', async () => {
    const { options, countSent } = await startDeployment();
    await writeFile(options.recordFile ?? '', '{}');

    await assert.rejects(deployContracts(options), /is not a deployment record/);
    assert.equal(await countSent(), 0);
  });
});
