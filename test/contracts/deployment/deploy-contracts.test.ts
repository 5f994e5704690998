import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, test } from 'node:test';
import { Contract, id, parseEther, Wallet } from 'ethers';
import { reportRegistryAbi } from '@/generated/report-registry';
import { trailAnchorAbi } from '@/generated/trail-anchor';
import { deployContracts } from '../../../scripts/contracts/deploy/deploy-contracts';
import {
  DEPLOYER,
  ISSUER,
  SEPOLIA,
  startDeployment,
  startNode,
  undoAll,
} from './support/deployment';

afterEach(undoAll);

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

  test('prints what it costs before it sends anything', async () => {
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
    const { rpc, options, recordFile } = await startDeployment();
    const { registry, issuer, priceFeed, ...rest } = await deployContracts(options);
    await writeFile(recordFile, JSON.stringify({ registry, ...rest }));

    const record = await deployContracts(options);

    assert.equal(record.registry, registry);
    assert.equal(record.issuer, issuer);
    assert.notEqual(record.priceFeed, priceFeed);
    assert.notEqual(await rpc.getCode(record.priceFeed ?? ''), '0x');
  });

  test('gives the role to another issuer by one transaction, and prints its cost', async () => {
    const { rpc, options, said, countSent } = await startDeployment();
    const { registry } = await deployContracts(options);
    const sent = await countSent();
    said.length = 0;
    const issuer = Wallet.createRandom().address;

    const record = await deployContracts({ ...options, issuer });

    assert.equal(record.registry, registry);
    assert.equal(record.issuer, issuer);
    const contract = new Contract(registry, reportRegistryAbi, rpc);
    assert.equal(await contract.getFunction('hasRole')(id('ISSUER_ROLE'), issuer), true);
    assert.equal(await countSent(), sent + 1);
    assert.match(said.join('\n'), /ISSUER_ROLE for 0x.*: up to 0\.\d+ ETH/);
  });

  test('gives no role when its cost is not agreed to', async () => {
    const { options, countSent } = await startDeployment();
    await deployContracts(options);
    const sent = await countSent();

    const issuer = Wallet.createRandom().address;
    const call = deployContracts({ ...options, issuer, confirm: () => Promise.resolve(false) });

    await assert.rejects(call, /Nothing was sent/);
    assert.equal(await countSent(), sent);
  });

  test('reports it when the deployer does not administer the registry any more', async () => {
    const { rpc, options } = await startDeployment(SEPOLIA);
    await deployContracts(options);
    const stranger = Wallet.createRandom();
    await rpc.send('hardhat_setBalance', [stranger.address, '0x56bc75e2d63100000']);

    const issuer = Wallet.createRandom().address;
    const call = deployContracts({ ...options, issuer, deployerKey: stranger.privateKey });

    await assert.rejects(
      call,
      /does not administer ReportRegistry, and so cannot grant ISSUER_ROLE/,
    );
    assert.equal(await rpc.getTransactionCount(stranger.address), 0);
  });

  test('deploys TrailAnchor where the trail has an operator, and does not do it twice', async () => {
    const { rpc, options, countSent, readRecord } = await startDeployment();
    const without = await deployContracts(options);
    assert.equal(without.trailAnchor, undefined);
    const trailOperator = Wallet.createRandom().address;

    const record = await deployContracts({ ...options, trailOperator });

    assert.equal(record.registry, without.registry);
    const contract = new Contract(record.trailAnchor ?? '', trailAnchorAbi, rpc);
    assert.equal(await contract.getFunction('hasRole')(id('ANCHOR_ROLE'), trailOperator), true);
    assert.equal(await contract.getFunction('defaultAdmin')(), record.deployer);
    const sent = await countSent();
    assert.deepEqual(await deployContracts({ ...options, trailOperator }), record);
    assert.equal(await countSent(), sent);
    assert.deepEqual(await readRecord(), record);
  });

  test('deploys TrailAnchor again where a crash kept its creation from being sent', async () => {
    const { rpc, options, recordFile } = await startDeployment();
    const record = await deployContracts(options);
    const lost = { ...record, trailAnchor: Wallet.createRandom().address };
    await writeFile(recordFile, JSON.stringify(lost));

    const trailOperator = Wallet.createRandom().address;
    const { trailAnchor = '' } = await deployContracts({ ...options, trailOperator });

    assert.notEqual(trailAnchor, lost.trailAnchor);
    const contract = new Contract(trailAnchor, trailAnchorAbi, rpc);
    assert.equal(await contract.getFunction('hasRole')(id('ANCHOR_ROLE'), trailOperator), true);
  });

  test('lets a recoverer propose, once', async () => {
    const { rpc, options, countSent } = await startDeployment();
    const recoverer = Wallet.createRandom().address;

    const { registry } = await deployContracts({ ...options, recoverer });

    const contract = new Contract(registry, reportRegistryAbi, rpc);
    assert.equal(await contract.getFunction('hasRole')(id('RECOVERY_ROLE'), recoverer), true);
    const sent = await countSent();
    await deployContracts({ ...options, recoverer });
    assert.equal(await countSent(), sent);
  });

  test('does not let back in a recoverer whom the admin has dismissed', async () => {
    const { rpc, options } = await startDeployment();
    const recoverer = Wallet.createRandom().address;
    const { registry } = await deployContracts({ ...options, recoverer });
    const admin = new Wallet(options.deployerKey, rpc);
    const contract = new Contract(registry, reportRegistryAbi, admin);
    await contract.getFunction('revokeRole')(id('RECOVERY_ROLE'), recoverer);

    await deployContracts({ ...options, recoverer });

    assert.equal(await contract.getFunction('hasRole')(id('RECOVERY_ROLE'), recoverer), false);
  });

  test('deploys again on a local chain that was restarted', async () => {
    const { options } = await startDeployment();
    await deployContracts(options);
    const { rpc, rpcUrl } = await startNode();

    const record = await deployContracts({ ...options, rpcUrl });

    assert.notEqual(await rpc.getCode(record.registry), '0x');
  });

  test('deploys no price feed on a public chain, and waits for three blocks', async () => {
    const { rpc, options, said } = await startDeployment(SEPOLIA);

    const record = await deployContracts(options);

    assert.equal(record.priceFeed, undefined);
    assert.ok((await rpc.getBlockNumber()) >= record.block + 2);
    assert.match(said.join('\n'), /: \d of 3 confirmations/);
  });

  test('does not deploy again on a public chain where the record names no contract', async () => {
    const local = await startDeployment();
    const record = await deployContracts(local.options);
    const { options, recordFile, countSent } = await startDeployment(SEPOLIA);
    await writeFile(recordFile, JSON.stringify({ ...record, chainId: SEPOLIA }));

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

    await assert.rejects(call, /is of chain 31337, the node is on 11155111/);
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

    await assert.rejects(call, /cannot pay for this: send 0x\w+ at least 0\.\d+ ETH more/);
    assert.equal(await countSent(), 0);
  });

  test('sends nothing when the deployer can almost pay', async () => {
    const { rpc, options, countSent } = await startDeployment();
    const almost = parseEther('0.0001').toString(16);
    await rpc.send('hardhat_setBalance', [DEPLOYER, `0x${almost}`]);

    await assert.rejects(deployContracts(options), /cannot pay/);
    assert.equal(await countSent(), 0);
  });

  test('gives up at once when no node answers', async () => {
    const { options } = await startDeployment();

    const call = deployContracts({ ...options, rpcUrl: 'http://127.0.0.1:1' });

    await assert.rejects(call, /The node does not answer \(connect ECONNREFUSED/);
  });

  for (const [what, text] of [
    ['of another shape', '{}'],
    ['cut short', '{ "chainId": 31337, "regis'],
    ['empty', ''],
    ['of something sent, but without its nonce', '{ "state": "sent", "chainId": 31337 }'],
  ] as const) {
    test(`does not overwrite a record that is ${what}`, async () => {
      const { options, recordFile, countSent } = await startDeployment();
      await writeFile(recordFile, text);

      await assert.rejects(
        deployContracts(options),
        /is not a deployment record\. Restore it .* or remove it to deploy another registry/,
      );
      assert.equal(await readFile(recordFile, 'utf8'), text);
      assert.equal(await countSent(), 0);
    });
  }
});
