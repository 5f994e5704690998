import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { undoLater } from './deployment';

/** A run of `contracts:deploy` in a process of its own. */
export interface DeployCommand {
  /** All that it has printed so far, on both outputs. */
  output: () => string;
  /** Waits until it has printed something. */
  said: (words: RegExp) => Promise<void>;
  /** Types a line. */
  type: (line: string) => void;
  /** Ends it at once, as a lost machine would. */
  kill: () => Promise<void>;
  /** Waits for its end. */
  ended: () => Promise<number | null>;
}

const ROOT = resolve(import.meta.dirname, '../../../..');

/**
 * Starts the command with nothing in its environment but what is given: the person's own keystore is
 * out of its reach.
 * @param home folder that stands for the person's home
 */
export function startDeployCommand(
  home: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): DeployCommand {
  return start(
    home,
    ['--import', 'tsx', 'scripts/commands/deploy-contracts.ts', ...args],
    environment,
  );
}

/** Starts one of Hardhat's own tasks beside that home's keystore. */
export function startHardhat(home: string, args: readonly string[]): DeployCommand {
  return start(home, ['node_modules/hardhat/dist/src/cli.js', ...args], {});
}

function start(
  home: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): DeployCommand {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local'),
      XDG_CACHE_HOME: join(home, '.cache'),
      ...environment,
    },
    stdio: 'pipe',
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const end = new Promise<number | null>((settle) => child.on('close', settle));
  const kill = async () => {
    child.kill('SIGKILL');
    await end;
  };
  undoLater(kill);
  return {
    output: () => output,
    said: async (words) => {
      const heard = new Promise<void>((settle) => {
        const listener = () => {
          if (words.test(output)) settle();
        };
        listeners.add(listener);
        listener();
      });
      const silent = end.then((code) => {
        if (words.test(output)) return;
        throw new Error(
          `It ended with ${String(code)} and never printed ${words.source}:\n${output}`,
        );
      });
      await Promise.race([heard, silent]);
    },
    type: (line) => child.stdin.write(`${line}\n`),
    kill,
    ended: () => {
      child.stdin.end();
      return end;
    },
  };
}
