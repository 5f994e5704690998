import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTE_MS } from '@/platform/time/durations';
import { childEnvironment } from '../child-environment';
import type { DataFolder } from '../data-folder';
import type { Environment } from '../environment-file';
import { findProgram } from '../installed-program';
import { endProcess, processIdentity } from '../process-identity';
import { ProvisionError } from '../provision-error';

/** A program of ours that runs in the background. */
export interface Service {
  stop(): Promise<void>;
}

/** A program of ours that can also be killed, as in an accident. */
export interface KillableService extends Service {
  /** Ends the program and what it started at once: it cannot finish or clean up anything. */
  kill(): Promise<void>;
}

const POLL_MS = 100;

/** On Linux the kernel ends the child when this process ends, also after SIGKILL. */
function tiedToParent(command: string, args: readonly string[]): [string, string[]] {
  const setpriv = process.platform === 'linux' ? findProgram(['setpriv']) : undefined;
  return setpriv === undefined
    ? [command, [...args]]
    : [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]];
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n    ');
}

/**
 * Starts a program and waits until it answers. Its output goes to `<data>/logs/<name>.log`; the log of
 * the previous run is kept as `<name>.previous.log`.
 * @param program.isReady Asked every 100 ms; may throw for "not yet".
 * @param program.onExit Called when the program ends by itself.
 * @throws ProvisionError when it ends early or does not answer within `patienceMs` (60 s).
 */
export async function startService(program: {
  name: string;
  part: string;
  command: string;
  args: readonly string[];
  data: DataFolder;
  cwd?: string;
  environment?: Environment;
  isReady: () => Promise<boolean>;
  patienceMs?: number;
  onExit?: ((part: string) => void) | undefined;
}): Promise<KillableService> {
  const { data, part, patienceMs = MINUTE_MS } = program;
  const log = join(data.path, 'logs', `${program.name}.log`);
  mkdirSync(join(data.path, 'logs'), { recursive: true });
  if (existsSync(log)) renameSync(log, log.replace(/\.log$/, '.previous.log'));
  const output = openSync(log, 'w', 0o600);
  const [command, args] = tiedToParent(program.command, program.args);
  // Its own process group: Ctrl-C reaches only us, and we stop the parts in order.
  // Not by execa: it writes a log through this process, so what a program prints while it outlives us
  // would be lost.
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: program.cwd ?? process.cwd(),
    env: childEnvironment({ HOME: data.path, ...program.environment }),
  });
  closeSync(output);

  const state = { ended: false, stopping: false };
  const end = new Promise<void>((resolve) => {
    const onEnd = () => {
      state.ended = true;
      resolve();
    };
    child.once('exit', onEnd);
    child.once('error', onEnd);
  });
  const { pid } = child;
  if (pid !== undefined) data.remember(pid);
  const identity = pid === undefined ? undefined : processIdentity(pid);

  const stop = async () => {
    state.stopping = true;
    if (identity !== undefined && !state.ended) await endProcess(identity);
    await end;
    if (pid !== undefined) data.forget(pid);
  };

  const kill = async () => {
    state.stopping = true;
    // The whole group, which is its own.
    if (pid !== undefined && !state.ended) process.kill(-pid, 'SIGKILL');
    await end;
    if (pid !== undefined) data.forget(pid);
  };

  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (state.ended) {
      data.forget(pid ?? 0);
      throw new ProvisionError(part, `it ended at once:\n    ${lastLines(log)}`, `See ${log}.`);
    }
    if (await program.isReady().catch(() => false)) break;
    if (Date.now() > deadline) {
      await stop();
      throw new ProvisionError(part, `no answer after ${patienceMs / 1000} s`, `See ${log}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  void end.then(() => {
    if (!state.stopping) program.onExit?.(part);
  });
  return { stop, kill };
}

/** Stops all that were started, those that are still starting as soon as they have. */
export async function stopAll(starting: readonly Promise<Service>[]): Promise<void> {
  const started = await Promise.allSettled(starting);
  await Promise.all(
    started.filter((part) => part.status === 'fulfilled').map((part) => part.value.stop()),
  );
}
