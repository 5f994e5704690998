import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { afterEach, describe, test } from 'node:test';
import { z } from 'zod';
import { deployContracts } from '../../../scripts/contracts/deploy/deploy-contracts';
import { SEPOLIA, startDeployment, undoAll } from './support/deployment';
import { startEtherscan } from './support/etherscan';
import { startSourcify } from './support/sourcify';

const apiKey = 'KEY-OF-THE-EXPLORER';

afterEach(undoAll);

/** Where no key was set. */
const noExplorer = () => Promise.resolve(undefined);

/** A public chain, an explorer of its contracts, and what deploys and publishes there. */
async function startPublishing(more: { apiKey?: string; pending?: number } = {}) {
  const deployment = await startDeployment(SEPOLIA);
  const pending = more.pending ?? 0;
  const explorer = await startEtherscan(deployment.rpc, { apiKey, chainId: SEPOLIA, pending });
  const { apiUrl } = explorer;
  const options = {
    ...deployment.options,
    explorer: () =>
      Promise.resolve({ name: 'etherscan' as const, apiKey: more.apiKey ?? apiKey, apiUrl }),
  };
  return { ...deployment, options, explorer };
}

describe('publishing the source', () => {
  test('convinces an explorer that compiles it, to the last byte and at the first attempt', async () => {
    const { options, explorer, readRecord } = await startPublishing({ pending: 1 });

    const record = await deployContracts(options);

    assert.equal(record.verified?.explorer, 'Etherscan');
    assert.equal(
      record.verified.url,
      `https://sepolia.etherscan.io/address/${record.registry}#code`,
    );
    assert.deepEqual(await readRecord(), record);
    assert.deepEqual(explorer.requests, [
      { action: 'getsourcecode', call: `GET ${apiKey} ${SEPOLIA}` },
      { action: 'verifysourcecode', call: `POST ${apiKey} ${SEPOLIA}` },
      { action: 'checkverifystatus', call: `GET ${apiKey} ${SEPOLIA}` },
      { action: 'checkverifystatus', call: `GET ${apiKey} ${SEPOLIA}` },
    ]);
  });

  test('submits the registry’s own sources and settings, and nothing of this machine', async () => {
    const { options, explorer } = await startPublishing();

    await deployContracts(options);

    const [submission] = explorer.submissions;
    assert.equal(submission?.compilerversion, 'v0.8.37+commit.f401782d');
    const input = z
      .object({ sources: z.record(z.string(), z.unknown()), settings: z.unknown() })
      .parse(JSON.parse(submission.sourceCode));
    const files = Object.keys(input.sources);
    assert.ok(files.some((file) => file.endsWith('contracts/ReportRegistry.sol')));
    assert.ok(!files.some((file) => file.includes('LocalPriceFeed')));
    assert.ok(!submission.sourceCode.includes(process.cwd()));
    assert.deepEqual(
      z.object({ optimizer: z.unknown(), evmVersion: z.unknown() }).parse(input.settings),
      { optimizer: { enabled: true, runs: 200 }, evmVersion: 'prague' },
    );
  });

  test('is done once', async () => {
    const { options, explorer, said } = await startPublishing();
    const { verified } = await deployContracts(options);
    const asked = explorer.requests.length;

    const again = await deployContracts(options);

    assert.deepEqual(again.verified, verified);
    assert.equal(explorer.requests.length, asked);
    assert.equal(said.at(-1), `Source: ${verified?.url ?? ''}`);
  });

  test('accepts an explorer’s answer that it has the source', async () => {
    const { options, explorer, recordFile } = await startPublishing();
    const { verified, ...rest } = await deployContracts(options);
    await writeFile(recordFile, JSON.stringify(rest));

    const again = await deployContracts(options);

    assert.equal(again.verified?.url, verified?.url);
    assert.equal(explorer.submissions.length, 1);
  });

  test('keeps the deployment when the explorer refuses, and tries again', async () => {
    const { options, explorer, said, countSent } = await startPublishing({ apiKey: 'A-WRONG-KEY' });
    const { apiUrl } = explorer;

    const record = await deployContracts(options);

    assert.equal(record.verified, undefined);
    assert.match(
      said.at(-1) ?? '',
      /^Source: not published\. The deployment stands; run this again to try once more\. .*Invalid API Key/s,
    );
    assert.ok(!said.join('\n').includes('A-WRONG-KEY'));
    const sent = await countSent();
    const withKey = () => Promise.resolve({ name: 'etherscan' as const, apiKey, apiUrl });
    const again = await deployContracts({ ...options, explorer: withKey });
    assert.equal(again.verified?.explorer, 'Etherscan');
    assert.equal(await countSent(), sent);
  });

  test('prints the verdict of an explorer that does not agree', async () => {
    const { options, recordFile, said } = await startPublishing();
    const record = await deployContracts({ ...options, explorer: noExplorer });
    const constructorArguments = { adminDelaySeconds: 1, admin: record.deployer };
    await writeFile(recordFile, JSON.stringify({ ...record, constructorArguments }));

    const { verified } = await deployContracts(options);

    assert.equal(verified, undefined);
    assert.match(said.at(-1) ?? '', /Fail - Unable to verify: constructor arguments/);
  });

  test('leaves the deployment standing when the explorer does not answer', async () => {
    const { options, said, readRecord } = await startPublishing();
    const explorer = () =>
      Promise.resolve({ name: 'etherscan' as const, apiKey, apiUrl: 'http://127.0.0.1:1/api' });

    const { registry, verified } = await deployContracts({ ...options, explorer });

    assert.equal(verified, undefined);
    assert.match(
      said.at(-1) ?? '',
      /^Source: not published\. The deployment stands; .*ECONNREFUSED/s,
    );
    assert.equal((await readRecord())['registry'], registry);
    assert.equal((await deployContracts(options)).verified?.explorer, 'Etherscan');
  });

  test('does not submit sources that are not those of the contract', async () => {
    const { rpc, options, explorer, said } = await startPublishing();
    const { registry, commit } = await deployContracts({ ...options, explorer: noExplorer });
    const code = await rpc.getCode(registry);
    // One byte of the metadata: a comment that was changed.
    const other = `${code.slice(0, -20)}${code.at(-20) === '0' ? '1' : '0'}${code.slice(-19)}`;
    await rpc.send('hardhat_setCode', [registry, other]);

    await deployContracts(options);

    assert.match(
      said.at(-1) ?? '',
      new RegExp(`other sources than these: check out .*${commit ?? ''}`),
    );
    assert.equal(explorer.requests.length, 0);
  });

  test('is left out with a sentence where there is no key', async () => {
    const { options, said } = await startPublishing();

    const record = await deployContracts({ ...options, explorer: noExplorer });

    assert.equal(record.verified, undefined);
    assert.match(said.at(-1) ?? '', /^Source: not published, for want of ETHERSCAN_API_KEY\./);
  });

  test('needs no key at Sourcify', async () => {
    const { rpc, options } = await startDeployment(SEPOLIA);
    const apiUrl = await startSourcify(rpc, SEPOLIA);
    const explorer = () => Promise.resolve({ name: 'sourcify' as const, apiUrl });

    const { registry, verified } = await deployContracts({ ...options, explorer });

    assert.equal(verified?.explorer, 'Sourcify');
    assert.equal(verified.url, `${apiUrl}/repo-ui/${SEPOLIA}/${registry}`);
  });

  test('is no matter on a local chain', async () => {
    const { options, said } = await startDeployment();
    let asked = 0;

    await deployContracts({
      ...options,
      explorer: () => {
        asked += 1;
        return noExplorer();
      },
    });

    assert.equal(asked, 0);
    assert.ok(!said.some((line) => line.startsWith('Source')));
  });
});
