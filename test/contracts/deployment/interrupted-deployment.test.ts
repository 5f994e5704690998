import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, test } from 'node:test';
import { Transaction, Wallet } from 'ethers';
import { deployContracts } from '../../../scripts/contracts/deploy/deploy-contracts';
import { processIdentity } from '../../../scripts/provision/process-identity';
import { startBreakableProxy } from '../../support/services/breakable-proxy';
import { startDeployCommand } from './support/deploy-command';
import {
  countContracts,
  DEPLOYER,
  DEPLOYER_KEY,
  ISSUER,
  SEPOLIA,
  startDeployment,
  temporaryFolder,
  undoAll,
  undoLater,
} from './support/deployment';

afterEach(undoAll);

/** A deployment of which the process was killed after it had sent the creation, and before a block. */
async function startKilled() {
  const deployment = await startDeployment(SEPOLIA);
  await deployment.stopMining();
  const { rpcUrl, recordFile } = deployment;
  const args = ['--network', 'sepolia', '--rpc-url', rpcUrl, '--out', recordFile, '--yes'];
  const command = startDeployCommand(await temporaryFolder(), args, {
    DEPLOYER_PRIVATE_KEY: DEPLOYER_KEY,
    ISSUER_ADDRESS: ISSUER,
  });
  await command.said(/: 0 of 3 confirmations/);
  await command.kill();
  return { ...deployment, sent: await deployment.readRecord() };
}

/** Sends another transaction of the deployer with a nonce, at a fee that ousts any other. */
async function sendInstead(
  { rpc }: Awaited<ReturnType<typeof startDeployment>>,
  transaction: { to?: string; data?: string; nonce: number; gasLimit?: bigint },
): Promise<string> {
  const price = 500_000_000_000n;
  const fees = { maxFeePerGas: price, maxPriorityFeePerGas: price, gasLimit: 10_000_000n };
  const wallet = new Wallet(DEPLOYER_KEY, rpc);
  const { hash } = await wallet.sendTransaction({ ...fees, ...transaction });
  return hash;
}

describe('a deployment that was killed between sending and mining', () => {
  test('has recorded what it sent', async () => {
    const { rpc, sent } = await startKilled();

    const waiting = await rpc.getTransaction(String(sent['transaction']));
    assert.equal(waiting?.nonce, sent['nonce']);
    assert.equal(waiting?.blockNumber, null);
    assert.equal(sent['state'], 'sent');
    assert.equal(sent['chainId'], SEPOLIA);
  });

  test('is finished by the next run with the contract it sent, and no other', async () => {
    const { rpc, options, sent, said, startMining, countSent } = await startKilled();
    await startMining();

    const record = await deployContracts(options);

    assert.equal(record.transaction, sent['transaction']);
    assert.equal(record.registry, sent['registry']);
    assert.notEqual(await rpc.getCode(record.registry), '0x');
    assert.equal(await countContracts(rpc), 1);
    assert.equal(await countSent(), 2);
    assert.match(said[0] ?? '', /An earlier run sent the registry's creation: waiting for 0x/);
  });

  test('is waited for no longer than patience lasts, and not sent again', async () => {
    const { rpc, options, sent, countSent, startMining } = await startKilled();

    await assert.rejects(
      deployContracts({ ...options, patienceMs: 100 }),
      /0x\w{64} is not mined after 0 minutes\. Run this again to wait on: nothing is sent twice\./,
    );
    assert.equal(await countSent(), 0);
    await startMining();
    assert.equal((await deployContracts(options)).transaction, sent['transaction']);
    assert.equal(await countContracts(rpc), 1);
  });

  test('is found by its nonce when a wallet has raised the fee', async () => {
    const deployment = await startKilled();
    const { rpc, options, sent, startMining } = deployment;
    const original = await rpc.getTransaction(String(sent['transaction']));
    const dearer = await sendInstead(deployment, { data: original?.data ?? '', nonce: 0 });

    const record = await deployContracts({
      ...options,
      onProgress: (line) => {
        if (line.includes('still to be mined')) void startMining();
      },
    });

    assert.notEqual(dearer, sent['transaction']);
    assert.equal(record.transaction, dearer);
    assert.equal(record.registry, sent['registry']);
    assert.equal(await countContracts(rpc), 1);
  });

  test('is sent again when a wallet has used its nonce for something else', async () => {
    const deployment = await startKilled();
    const { rpc, options, sent, said, startMining } = deployment;
    const other = await sendInstead(deployment, { to: ISSUER, nonce: 0 });
    await startMining();
    // To be found among many blocks.
    for (let blocks = 0; blocks < 30; blocks += 1) await rpc.send('evm_mine', []);

    const record = await deployContracts(options);

    assert.ok(said[0]?.includes(`its nonce was used by ${other}: deploying again`), said[0]);
    assert.notEqual(record.registry, sent['registry']);
    assert.equal(await countContracts(rpc), 1);
  });

  test('is sent again when a wallet gave it too little gas', async () => {
    const deployment = await startKilled();
    const { rpc, options, sent, said, startMining } = deployment;
    const original = await rpc.getTransaction(String(sent['transaction']));
    const data = original?.data ?? '';
    await sendInstead(deployment, { data, nonce: 0, gasLimit: 1_000_000n });
    await startMining();

    const record = await deployContracts(options);

    assert.match(said.join('\n'), /it reverted: deploying again/);
    assert.notEqual(record.registry, sent['registry']);
    assert.notEqual(await rpc.getCode(record.registry), '0x');
  });

  test('is sent again, with the same nonce, when the network has dropped it', async () => {
    const { rpc, options, sent, said, startMining } = await startKilled();
    const hash = String(sent['transaction']);
    await rpc.send('hardhat_dropTransaction', [hash]);
    await startMining();

    const record = await deployContracts(options);

    assert.match(said[0] ?? '', /the network does not know it: deploying again/);
    assert.match(said.join('\n'), /Registry and its roles: up to/);
    // The same nonce makes the same address: of the two the network could only ever mine one.
    assert.equal(record.registry, sent['registry']);
    assert.equal(await countContracts(rpc), 1);
  });

  test('is not sent beside the dropped one when that comes back', async () => {
    const { rpc, options, sent, startMining } = await startKilled();
    const hash = String(sent['transaction']);
    const lost = await rpc.getTransaction(hash);
    assert.ok(lost);
    await rpc.send('hardhat_dropTransaction', [hash]);
    const comeBack = async () => {
      await rpc.broadcastTransaction(Transaction.from(lost).serialized);
      await rpc.send('evm_mine', []);
      return true;
    };

    await assert.rejects(deployContracts({ ...options, confirm: comeBack }), /has taken nonce 0/);

    await startMining();
    assert.equal((await deployContracts(options)).transaction, hash);
    assert.equal(await countContracts(rpc), 1);
  });

  test('asks again before it pays again', async () => {
    const { rpc, options, sent } = await startKilled();
    await rpc.send('hardhat_dropTransaction', [sent['transaction']]);

    const call = deployContracts({ ...options, confirm: () => Promise.resolve(false) });

    await assert.rejects(call, /Nothing was sent/);
    assert.equal(await rpc.getTransactionCount(DEPLOYER, 'pending'), 0);
  });

  test('is not decided by a node that lags behind', async () => {
    const { options, readRecord, recordFile, startMining } = await startDeployment(SEPOLIA);
    await startMining();
    const killed = await startKilled();
    const sent = { ...killed.sent, nonce: 3 };
    await writeFile(recordFile, JSON.stringify(sent));

    await assert.rejects(deployContracts(options), /It is behind, or on another chain: try again/);
    assert.deepEqual(await readRecord(), sent);
  });

  test('does not keep the record locked', async () => {
    const { options, recordFile, startMining } = await startKilled();
    const lock = await readFile(`${recordFile}.lock`, 'utf8');
    await startMining();

    await deployContracts(options);

    assert.notEqual(lock, '');
    await assert.rejects(readFile(`${recordFile}.lock`), /ENOENT/);
  });
});

describe('a deployment beside others', () => {
  test('is the only one at work on its record', async () => {
    const { rpc, options, countSent } = await startDeployment(SEPOLIA);

    const ends = await Promise.allSettled([deployContracts(options), deployContracts(options)]);

    const refusals = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    assert.equal(refusals.length, 1);
    assert.match(refusals[0] ?? '', /Another deployment \(process \d+\) is at work on/);
    assert.equal(await countContracts(rpc), 1);
    assert.equal(await countSent(), 2);
  });

  test('keeps the lock of a running process', async () => {
    const { options, recordFile, countSent } = await startDeployment();
    await writeFile(`${recordFile}.lock`, processIdentity(process.ppid) ?? '');

    await assert.rejects(deployContracts(options), /is at work on .* remove .*\.lock/);
    assert.equal(await countSent(), 0);
    assert.notEqual(await readFile(`${recordFile}.lock`, 'utf8'), '');
  });

  test('first lets the deployer’s earlier transactions be mined', async () => {
    const deployment = await startDeployment(SEPOLIA);
    const { rpc, options, said, stopMining, startMining, countSent } = deployment;
    await stopMining();
    await sendInstead(deployment, { to: ISSUER, nonce: 0 });

    const call = deployContracts({
      ...options,
      onProgress: (line) => {
        said.push(line);
        if (line.includes('still to be mined')) void startMining();
      },
    });

    const record = await call;
    assert.match(said[0] ?? '', /1 earlier transaction\(s\) are still to be mined/);
    assert.equal((await rpc.getTransaction(record.transaction))?.nonce, 1);
    assert.equal(await countSent(), 3);
  });

  test('does not queue behind what is never mined', async () => {
    const deployment = await startDeployment(SEPOLIA);
    await deployment.stopMining();
    await sendInstead(deployment, { to: ISSUER, nonce: 0 });

    const call = deployContracts({ ...deployment.options, patienceMs: 100 });

    await assert.rejects(call, /1 transaction\(s\) of 0x\w+ are not mined after/);
    await assert.rejects(deployment.readRecord(), /ENOENT/);
  });
});

describe('a node that stops answering', () => {
  test('in the middle: reports it, and the next run resumes', async () => {
    const { rpc, rpcUrl, options, stopMining, startMining } = await startDeployment(SEPOLIA);
    const proxy = await startBreakableProxy(rpcUrl);
    undoLater(() => proxy.close());
    await stopMining();

    const call = deployContracts({
      ...options,
      rpcUrl: proxy.url,
      onProgress: (line) => {
        if (line.includes('0 of 3')) void proxy.cut();
      },
    });

    await assert.rejects(
      call,
      /The node does not answer \(.*\)\. Anything sent is recorded: run this again when it does\./,
    );
    await proxy.mend();
    await startMining();
    await deployContracts({ ...options, rpcUrl: proxy.url });
    assert.equal(await countContracts(rpc), 1);
  });
});
