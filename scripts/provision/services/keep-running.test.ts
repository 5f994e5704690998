import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DataFolder } from '../data-folder';
import { freePorts } from '../ports';
import { claimScratchFolder } from '../scratch-folder';
import { keepRunning } from './keep-running';
import { startObjectStore } from './object-store';

let data: DataFolder;

beforeAll(async () => {
  data = await claimScratchFolder('test-keep-running');
});
afterAll(() => {
  data.release();
  rmSync(data.path, { recursive: true, force: true });
});

async function startStore(firstPauseMs: number) {
  const [port = 0] = await freePorts(1);
  const lines: string[] = [];
  const store = await keepRunning(
    (onExit) => startObjectStore({ data, port, buckets: ['bucket'], onExit }),
    { print: (line) => lines.push(line), firstPauseMs },
  );
  return { store, lines };
}

/** Kills the one process of the folder, as the kernel does when memory is short. */
function killIt(): void {
  const [identity = ''] = readFileSync(join(data.path, 'children'), 'utf8').split('\n');
  process.kill(Number(identity.split('@')[0]), 'SIGKILL');
}

const bucketAnswers = async (url: string) => (await fetch(`${url}/bucket`)).ok;

it('restarts a part that died, with what it holds, and reports it', async () => {
  const { store, lines } = await startStore(50);
  await fetch(`${store.url}/bucket/object`, { method: 'PUT', body: 'kept' });
  killIt();
  await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 15_000 });
  expect(lines).toEqual([
    '✗ Object store ended unexpectedly and is started again in 0.05 s.',
    '✓ Object store runs again.',
  ]);
  expect(await (await fetch(`${store.url}/bucket/object`)).text()).toBe('kept');
  expect(existsSync(join(data.path, 'logs', 'object-store.previous.log'))).toBe(true);

  await store.stop();
  expect(lines).toHaveLength(2);
  await expect(bucketAnswers(store.url)).rejects.toThrow();
});

it('does not start it again while everything stops', async () => {
  const { store, lines } = await startStore(60_000);
  killIt();
  await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 15_000 });
  await store.stop();
  expect(lines).toHaveLength(1);
  await expect(bucketAnswers(store.url)).rejects.toThrow();
});
