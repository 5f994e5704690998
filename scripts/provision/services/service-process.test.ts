import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataFolder } from '../data-folder';
import { isAlive, processIdentity } from '../process-identity';
import { claimScratchFolder } from '../scratch-folder';
import { startService } from './service-process';

let data: DataFolder;

beforeAll(async () => {
  data = await claimScratchFolder('test-service-process');
});
afterAll(() => {
  data.release();
  rmSync(data.path, { recursive: true, force: true });
});

const logOf = (name: string) => readFileSync(join(data.path, 'logs', `${name}.log`), 'utf8');

/** Starts a shell script as a service. It is ready when its log holds the word "ready". */
function startScript(name: string, script: string, onExit?: (part: string) => void) {
  return startService({
    name,
    part: 'Script',
    command: 'sh',
    args: ['-c', script],
    data,
    isReady: () => Promise.resolve(logOf(name).includes('ready')),
    onExit,
  });
}

/** The processes that a script printed as `<word> <pid>`. */
const pidIn = (log: string, word: string) =>
  Number(new RegExp(`^${word} (\\d+)$`, 'm').exec(log)?.[1]);

it('writes both outputs to the log, and leads its own process group', async () => {
  const service = await startScript(
    'outputs',
    'echo own $$; echo failure >&2; echo ready; exec sleep 60',
  );

  const log = logOf('outputs');
  const pid = pidIn(log, 'own');
  expect(log).toBe(`own ${pid}\nfailure\nready\n`);
  // Throws when there is no group of this number.
  process.kill(-pid, 0);
  await service.stop();
  expect(processIdentity(pid)).toBeUndefined();
});

it('ends a program and what it started when it is killed', async () => {
  const service = await startScript('killed', 'sleep 60 & echo child $!; echo ready; wait');
  const child = processIdentity(pidIn(logOf('killed'), 'child')) ?? '';
  expect(isAlive(child)).toBe(true);

  await service.kill();

  await expect.poll(() => isAlive(child)).toBe(false);
});

it('reports an end that was not asked for, and only that', async () => {
  const ended: string[] = [];
  const onExit = (part: string) => ended.push(part);
  const stopped = await startScript('stopped', 'echo ready; exec sleep 60', onExit);
  await stopped.stop();
  expect(ended).toEqual([]);

  const alone = await startScript('alone', 'echo own $$; echo ready; exec sleep 60', onExit);
  process.kill(pidIn(logOf('alone'), 'own'));
  await expect.poll(() => ended).toEqual(['Script']);
  await alone.kill();
});

it('refuses a program that ends at once, with the last lines of its log', async () => {
  const start = startScript('broken', 'echo no such table; exit 1');
  await expect(start).rejects.toThrow(/it ended at once:\n {4}no such table/);
});

it('refuses a program that does not exist', async () => {
  const start = startService({
    name: 'missing',
    part: 'Script',
    command: 'no-such-program',
    args: [],
    data,
    isReady: () => Promise.resolve(false),
  });
  await expect(start).rejects.toThrow('it ended at once');
});
