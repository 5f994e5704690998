import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { readCommandLine } from '../../../scripts/contracts/deploy/command-line';
import { startDeployCommand, startHardhat } from './support/deploy-command';
import {
  countContracts,
  DEPLOYER,
  DEPLOYER_KEY,
  ISSUER,
  LOCAL,
  SEPOLIA,
  startDeployment,
  temporaryFolder,
  undoAll,
  undoLater,
} from './support/deployment';
import { startEtherscan } from './support/etherscan';

const PASSWORD = 'the password of this test';
const PASSWORD_WANTED = /Enter the password/;
const keys = { DEPLOYER_PRIVATE_KEY: DEPLOYER_KEY, ISSUER_ADDRESS: ISSUER };

afterEach(undoAll);

/** A node, and the command line of a person with a home of their own. */
async function startPerson(chainId: number = SEPOLIA) {
  const deployment = await startDeployment(chainId);
  const home = await temporaryFolder();
  const network = chainId === LOCAL ? 'local' : 'sepolia';
  const args = [
    '--network',
    network,
    '--rpc-url',
    deployment.rpcUrl,
    '--out',
    deployment.recordFile,
  ];
  return {
    ...deployment,
    home,
    run: (environment: Record<string, string>, more: readonly string[] = ['--yes']) =>
      startDeployCommand(home, [...args, ...more], environment),
  };
}

/** Changes this process's own environment until the test has ended. */
function setEnvironment(environment: Record<string, string>): void {
  for (const [name, value] of Object.entries(environment)) {
    const before = process.env[name];
    process.env[name] = value;
    undoLater(() => {
      if (before === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before;
      return Promise.resolve();
    });
  }
}

/** A server that answers as Alchemy does to a wrong key. */
async function startRefusing(): Promise<number> {
  const server = createServer((_, response) =>
    response.writeHead(401).end('Must be authenticated!'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undoLater(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Puts a secret into the keystore that only a password opens. */
async function storeWithPassword(home: string, name: string, secret: string): Promise<void> {
  const task = startHardhat(home, ['keystore', 'set', name]);
  await task.said(PASSWORD_WANTED);
  task.type(PASSWORD);
  await task.said(/confirm your password/);
  task.type(PASSWORD);
  await task.said(/Enter secret/);
  task.type(secret);
  assert.equal(await task.ended(), 0, task.output());
}

/** Puts a secret into the keystore that needs no password. */
async function storeForDevelopment(home: string, name: string, secret: string): Promise<void> {
  const task = startHardhat(home, ['keystore', 'set', '--dev', name]);
  await task.said(/Enter secret/);
  task.type(secret);
  assert.equal(await task.ended(), 0, task.output());
}

describe('npm run contracts:deploy', () => {
  test('deploys and publishes on Sepolia, and prints what the portal needs', async () => {
    const { rpc, run, readRecord, countSent } = await startPerson();
    const explorer = await startEtherscan(rpc, { apiKey: 'A-KEY', chainId: SEPOLIA });
    const environment = {
      ...keys,
      ETHERSCAN_API_KEY: 'A-KEY',
      ETHERSCAN_API_URL: explorer.apiUrl,
    };

    const first = run(environment);

    assert.equal(await first.ended(), 0, first.output());
    const record = await readRecord();
    assert.equal(record['priceFeed'], undefined);
    assert.ok(first.output().includes(`\nREGISTRY_ADDRESS=${String(record['registry'])}\n`));
    assert.ok(first.output().includes(`\nREGISTRY_DEPLOYED_BLOCK=${String(record['block'])}\n`));
    assert.match(first.output(), /Source: https:\/\/sepolia\.etherscan\.io\/address\/0x/);
    assert.ok(!first.output().includes('A-KEY'));
    const sent = await countSent();
    const second = run(environment);
    assert.equal(await second.ended(), 0, second.output());
    assert.equal(await countSent(), sent);
    assert.equal(await countContracts(rpc), 1);
    assert.deepEqual(await readRecord(), record);
  });

  test('spends nothing when no one can be asked', async () => {
    const { run, countSent } = await startPerson();

    const command = run(keys, []);

    assert.equal(await command.ended(), 1);
    assert.match(command.output(), /There is no terminal to confirm the cost: add --yes/);
    assert.equal(await countSent(), 0);
  });

  test('sends nothing to another chain than it was asked for', async () => {
    const { rpcUrl, home, recordFile, countSent } = await startPerson(LOCAL);
    const args = ['--network', 'sepolia', '--rpc-url', rpcUrl, '--out', recordFile, '--yes'];

    const command = startDeployCommand(home, args, keys);

    assert.equal(await command.ended(), 1);
    assert.match(command.output(), /The node is on chain 31337, which was not asked for/);
    assert.equal(await countSent(), 0);
  });

  test('fails when the source was asked for and the explorer fails', async () => {
    const { run, readRecord } = await startPerson();
    const environment = {
      ...keys,
      ETHERSCAN_API_KEY: 'A-KEY',
      ETHERSCAN_API_URL: 'http://127.0.0.1:1/api',
    };

    const command = run(environment, ['--yes', '--verify']);

    assert.equal(await command.ended(), 1);
    assert.match(command.output(), /not published\. The deployment stands/);
    assert.match(String((await readRecord())['registry']), /^0x/);
    const again = run(environment);
    assert.equal(await again.ended(), 0, again.output());
  });

  test('asks Alchemy where no other node is named', async () => {
    setEnvironment({ ...keys, ALCHEMY_API_KEY: 'SECRET-OF-ALCHEMY', CHAIN_RPC_URL: '' });

    const { options } = await readCommandLine(['--network', 'sepolia']);

    assert.equal(options.rpcUrl, 'https://eth-sepolia.g.alchemy.com/v2/SECRET-OF-ALCHEMY');
    assert.deepEqual(options.chainIds, [SEPOLIA]);
    assert.equal(options.recordFile, undefined);
  });

  for (const [what, port] of [
    ['is not there', () => Promise.resolve(1)],
    ['refuses the key', startRefusing],
  ] as const) {
    test(`keeps the key in a node’s address to itself when the node ${what}`, async () => {
      const url = `http://127.0.0.1:${await port()}/v2/SECRET-OF-ALCHEMY`;
      const args = ['--network', 'sepolia', '--rpc-url', url, '--yes'];

      const command = startDeployCommand(await temporaryFolder(), args, keys);

      assert.equal(await command.ended(), 1);
      assert.match(command.output(), /^The node does not answer \((connect ECONN|.*401)/);
      assert.ok(!command.output().includes('SECRET-OF-ALCHEMY'), command.output());
    });
  }
});

describe('keys in Hardhat’s keystore', () => {
  test('are used when the environment has none, or an empty one', async () => {
    const { home, run } = await startPerson();
    await storeForDevelopment(home, 'DEPLOYER_PRIVATE_KEY', DEPLOYER_KEY);

    const command = run({ ISSUER_ADDRESS: ISSUER, DEPLOYER_PRIVATE_KEY: '' });

    assert.equal(await command.ended(), 0, command.output());
    assert.ok(command.output().includes(`Deployer: ${DEPLOYER}`));
  });

  test('take one password, asked once, for all of them', async () => {
    const { rpc, home, run, readRecord } = await startPerson();
    const { apiUrl } = await startEtherscan(rpc, { apiKey: 'A-KEY', chainId: SEPOLIA });
    await storeWithPassword(home, 'DEPLOYER_PRIVATE_KEY', DEPLOYER_KEY);
    const set = startHardhat(home, ['keystore', 'set', 'ETHERSCAN_API_KEY']);
    await set.said(PASSWORD_WANTED);
    set.type(PASSWORD);
    await set.said(/Enter secret/);
    set.type('A-KEY');
    assert.equal(await set.ended(), 0, set.output());

    const command = run({ ISSUER_ADDRESS: ISSUER, ETHERSCAN_API_URL: apiUrl });
    await command.said(PASSWORD_WANTED);
    command.type(PASSWORD);

    assert.equal(await command.ended(), 0, command.output());
    assert.equal(command.output().match(new RegExp(PASSWORD_WANTED, 'g'))?.length, 1);
    assert.notEqual((await readRecord())['verified'], undefined);
  });

  test('stay closed when the environment has everything, or the chain is local', async () => {
    const sepolia = await startPerson();
    const local = await startPerson(LOCAL);
    await storeWithPassword(sepolia.home, 'DEPLOYER_PRIVATE_KEY', `0x${'1'.repeat(64)}`);
    await storeWithPassword(local.home, 'DEPLOYER_PRIVATE_KEY', `0x${'1'.repeat(64)}`);

    const withEnvironment = sepolia.run(keys);
    const onLocal = local.run({ ISSUER_ADDRESS: ISSUER });

    assert.equal(await withEnvironment.ended(), 0, withEnvironment.output());
    assert.doesNotMatch(withEnvironment.output(), PASSWORD_WANTED);
    // The environment wins.
    assert.ok(withEnvironment.output().includes(`Deployer: ${DEPLOYER}`));
    assert.equal(await onLocal.ended(), 1);
    assert.equal(onLocal.output(), 'Set DEPLOYER_PRIVATE_KEY in the environment\n');
  });

  test('are not asked for without a terminal, or after a wrong password', async () => {
    const { home, run, countSent } = await startPerson();
    await storeWithPassword(home, 'DEPLOYER_PRIVATE_KEY', DEPLOYER_KEY);

    const alone = run({ ISSUER_ADDRESS: ISSUER });
    assert.equal(await alone.ended(), 1);
    assert.match(alone.output(), /Nobody is there to answer\. Set the keys in the environment\./);

    const wrong = run({ ISSUER_ADDRESS: ISSUER });
    await wrong.said(PASSWORD_WANTED);
    wrong.type('not the password');
    assert.equal(await wrong.ended(), 1);
    assert.match(wrong.output(), /Invalid password/);
    assert.equal(await countSent(), 0);
  });

  test('that are missing are named, with both ways to set them', async () => {
    const { run, home } = await startPerson();

    const command = run({ ISSUER_ADDRESS: ISSUER });

    assert.equal(await command.ended(), 1);
    assert.equal(
      command.output(),
      'Set DEPLOYER_PRIVATE_KEY in the environment, or `npx hardhat keystore set DEPLOYER_PRIVATE_KEY`\n',
    );
    assert.deepEqual(await readdir(join(home, '.config', 'hardhat-nodejs')), []);
  });

  test('that are no keys are refused', async () => {
    const { home, run, countSent } = await startPerson();
    await storeForDevelopment(home, 'DEPLOYER_PRIVATE_KEY', 'my dog’s name');

    const command = run({ ISSUER_ADDRESS: ISSUER });

    assert.equal(await command.ended(), 1);
    assert.match(command.output(), /DEPLOYER_PRIVATE_KEY: must be a 32-byte hex key/);
    assert.ok(!command.output().includes('dog'));
    assert.equal(await countSent(), 0);
  });
});
