import { Contract, id, JsonRpcProvider, Wallet, ZeroAddress } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportRegistryAbi } from '@/generated/report-registry';
import { reportRegistryRuntime } from '@/generated/report-registry-runtime';
import { deployEnv, env } from '@/platform/env';
import { runTool } from '../../../../scripts/provision/run-tool';
import { type Build, compareCode } from '../../../../scripts/contracts/audit/watch/compare-code';
import { roleChanges } from '../../../../scripts/contracts/audit/watch/role-changes';
import {
  describeWatch,
  isOurs,
  watchContract,
} from '../../../../scripts/contracts/audit/watch/watch-contract';
import { chain, fundedWallet, mine } from '../../../support/chain/test-chain';

const ISSUER_ROLE = id('ISSUER_ROLE');
const build: Build = reportRegistryRuntime;

function registry(): Contract {
  const deployer = new Wallet(deployEnv().DEPLOYER_PRIVATE_KEY ?? '', chain());
  return new Contract(env().REGISTRY_ADDRESS, reportRegistryAbi, deployer);
}

async function send(name: string, ...args: unknown[]): Promise<number> {
  const response: unknown = await registry().getFunction(name)(...args);
  const receipt = await (response as { wait: () => Promise<{ blockNumber: number }> }).wait();
  return receipt.blockNumber;
}

function watch(address: string, since = 0) {
  return watchContract({ rpcUrl: env().CHAIN_RPC_URL ?? '', address, since, build });
}

describe('watching a deployed registry', () => {
  it('compares the whole code except the immutables', async () => {
    const report = await watch(env().REGISTRY_ADDRESS);
    expect(report.code).toEqual({ verdict: 'same' });
    expect(isOurs(report)).toBe(true);
    expect(describeWatch(report)).toContain('is what was built, to the last byte');
  });

  it('recognises another contract', async () => {
    const report = await watch(env().PRICE_FEED_ADDRESS ?? '');
    expect(report.code).toMatchObject({ verdict: 'different' });
    expect(isOurs(report)).toBe(false);
    expect(describeWatch(report)).toContain('IS NOT WHAT WAS BUILT');
  });

  it('recognises an address without code', async () => {
    const report = await watch((await fundedWallet()).address);
    expect(report).toMatchObject({ code: { verdict: 'no code' }, changes: [] });
    expect(isOurs(report)).toBe(false);
  });

  it('refuses a block that the chain has not reached', async () => {
    await expect(watch(env().REGISTRY_ADDRESS, 10_000_000)).rejects.toThrow('before 10000000');
  });

  it('lists what changed since a block, and nothing from before it', async () => {
    const issuer = (await fundedWallet()).address;
    const before = await send('grantRole', ISSUER_ROLE, (await fundedWallet()).address);
    const granted = await send('grantRole', ISSUER_ROLE, issuer);
    const marked = await send('markCompromised', issuer, granted);
    await send('beginDefaultAdminTransfer', issuer);

    const { changes } = await watch(env().REGISTRY_ADDRESS, before + 1);

    expect(changes.map(({ block, event }) => [block, event])).toEqual([
      [granted, 'RoleGranted'],
      [marked, 'RoleRevoked'],
      [marked, 'IssuerCompromised'],
      [marked + 1, 'DefaultAdminTransferScheduled'],
    ]);
    expect(changes[0]?.values).toMatchObject({ role: 'ISSUER_ROLE', account: issuer });
    expect(changes[2]?.values).toEqual({ issuer, fromBlock: String(granted) });
  });

  it('lists recoveries', async () => {
    const [old, fresh] = [await fundedWallet(), await fundedWallet()];
    const since = await send(
      'grantRole',
      id('RECOVERY_ROLE'),
      await registry().getFunction('defaultAdmin')(),
    );
    await send('proposeRecovery', old.address, fresh.address);
    await send('vetoRecovery', old.address);
    const { changes } = await watch(env().REGISTRY_ADDRESS, since + 1);
    expect(changes.map(({ event }) => event)).toEqual(['RecoveryProposed', 'RecoveryVetoed']);
    expect(changes[0]?.values).toMatchObject({ oldOwner: old.address, newOwner: fresh.address });
  });

  it('asks a node that answers for ten blocks only for no more, and misses nothing', async () => {
    const widths: number[] = [];
    class NarrowNode extends JsonRpcProvider {
      override async send(method: string, params: unknown[]): Promise<unknown> {
        if (method === 'eth_getLogs') {
          const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }];
          const width = Number(toBlock) - Number(fromBlock) + 1;
          if (width > 10) throw new Error('up to a 10 block range');
          widths.push(width);
        }
        return (await super.send(method, params)) as unknown;
      }
    }
    const since = await send('grantRole', ISSUER_ROLE, (await fundedWallet()).address);
    await mine(25);
    const last = await send('grantRole', ISSUER_ROLE, (await fundedWallet()).address);
    const node = new NarrowNode(env().CHAIN_RPC_URL ?? '', 31_337, { staticNetwork: true });
    const changes = await roleChanges(node, env().REGISTRY_ADDRESS, since, last);
    node.destroy();
    expect(changes.map(({ block }) => block)).toEqual([since, last]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(10);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(last - since + 1);
  });
});

describe('npm run audit:contracts -- --watch', () => {
  const run = (address: string) =>
    runTool('scripts/commands/audit-contracts.ts', [
      '--watch',
      address,
      `--rpc=${env().CHAIN_RPC_URL ?? ''}`,
      '--since=0',
      '--json',
    ]);

  it('ends with 0 for what was built, and with 3 for anything else', async () => {
    const right = await run(env().REGISTRY_ADDRESS);
    expect([right.code, JSON.parse(right.output)]).toMatchObject([
      0,
      { code: { verdict: 'same' } },
    ]);
    expect((await run(env().PRICE_FEED_ADDRESS ?? '')).code).toBe(3);
  }, 60_000);

  it('ends with 2 when it was called wrongly', async () => {
    const { code, output } = await runTool('scripts/commands/audit-contracts.ts', ['--watch=0x1']);
    expect([code, output]).toEqual([2, expect.stringContaining('Usage:')]);
  }, 60_000);
});

describe('comparing code', () => {
  let code = '';
  const where = { address: '', chainId: 31_337n };

  beforeAll(async () => {
    where.address = env().REGISTRY_ADDRESS;
    code = await chain().getCode(where.address);
  });

  /** The code with one byte changed. */
  const changed = (at: number): string => {
    const byte = Number.parseInt(code.slice(2 + 2 * at, 4 + 2 * at), 16) ^ 1;
    return code.slice(0, 2 + 2 * at) + byte.toString(16).padStart(2, '0') + code.slice(4 + 2 * at);
  };
  const immutable = (of: Build) => Object.values(of.immutableReferences).flat()[0]?.start ?? 0;

  it('sees one instruction changed', () => {
    expect(compareCode(changed(100), build, where)).toEqual({
      verdict: 'different',
      why: 'the first other byte is 100',
    });
  });

  it('sees an immutable that the constructor would not have set', () => {
    expect(compareCode(changed(immutable(build) + 31), build, where)).toMatchObject({
      verdict: 'different',
      why: expect.stringContaining('an immutable is') as string,
    });
    const other = { ...where, chainId: 1n };
    expect(compareCode(code, build, other)).toMatchObject({ verdict: 'different' });
    const elsewhere = { ...where, address: ZeroAddress };
    expect(compareCode(code, build, elsewhere)).toMatchObject({ verdict: 'different' });
  });

  it('recognises other sources of the same instructions by the metadata', () => {
    const end = code.length / 2 - 1;
    expect(compareCode(changed(end - 30), build, where)).toMatchObject({
      verdict: 'same but metadata',
    });
  });
});
