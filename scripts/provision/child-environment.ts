import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from './environment-file';

/**
 * The environment of a tool that we start: ours, plus what keeps its caches and temporary files
 * inside the checkout and turns off telemetry and update notices.
 */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const home = resolve('.data/home');
  mkdirSync(home, { recursive: true });
  return {
    ...process.env,
    HOME: home,
    XDG_CACHE_HOME: `${home}/.cache`,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_DATA_HOME: `${home}/.local/share`,
    XDG_STATE_HOME: `${home}/.local/state`,
    CHECKPOINT_DISABLE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...more,
  };
}

/** A variable of our own environment by which a person asks for something. */
export function ownVariable(name: string): string | undefined {
  return process.env[name];
}

/** Tells this process where the services are that it has started. */
export function setOwnVariables(environment: Environment): void {
  Object.assign(process.env, environment);
}

/** Removes empty variables from our environment: they mean "not set", but Hardhat uses them as values. */
export function unsetEmptyVariables(names: readonly string[]): void {
  for (const name of names) {
    if (process.env[name] === '') Reflect.deleteProperty(process.env, name);
  }
}
