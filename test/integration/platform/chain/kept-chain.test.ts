import { existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { JsonRpcProvider } from 'ethers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startChain } from '../../../../scripts/provision/services/chain';
import type { DataFolder } from '../../../../scripts/provision/data-folder';
import { freePorts } from '../../../../scripts/provision/ports';
import { processIdentity } from '../../../../scripts/provision/process-identity';

const FUNDED = '0x00000000000000000000000000000000000000aa';

let path: string;
let pids: number[];
let data: DataFolder;

beforeAll(() => {
  mkdirSync('.data', { recursive: true });
  path = mkdtempSync('.data/kept-chain-');
  pids = [];
  data = {
    path,
    remember: (pid) => pids.push(pid),
    forget: () => undefined,
    release: () => undefined,
  };
});
afterAll(() => {
  rmSync(path, { recursive: true, force: true });
});

async function start() {
  const [port = 0] = await freePorts(1);
  const chain = await startChain({ data, port, blockMs: 50, keep: true });
  const rpc = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, staticNetwork: true });
  return { chain, rpc };
}

it('a kept chain that is killed goes on with the block that was read last, and with the same hash', async () => {
  const first = await start();
  await first.rpc.send('anvil_setBalance', [FUNDED, '0x2a']);
  const before = await vi.waitFor(async () => {
    const block = await first.rpc.getBlock('latest');
    if (block === null || block.number < 3) throw new Error('no third block yet');
    return block;
  }, 20_000);
  // What is saved holds at least the block before the latest one.
  await vi.waitFor(async () => {
    if ((await first.rpc.getBlockNumber()) <= before.number) throw new Error('no further block');
    if (!existsSync(join(path, 'chain-state.json'))) throw new Error('nothing is saved');
  }, 20_000);
  const [pid = 0] = pids;
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => {
    if (processIdentity(pid) !== undefined) throw new Error('still running');
  }, 20_000);
  await first.chain.stop();
  first.rpc.destroy();

  const second = await start();
  try {
    expect((await second.rpc.getBlock(before.number))?.hash).toBe(before.hash);
    expect(await second.rpc.getBalance(FUNDED)).toBe(42n);
    expect(await second.rpc.getBlockNumber()).toBeGreaterThan(before.number);
  } finally {
    second.rpc.destroy();
    await second.chain.stop();
  }
});
