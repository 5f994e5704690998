import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BUILD_FOLDERS, type BuildKind } from './build-application';
import type { DataFolder } from './data-folder';
import type { Environment } from './environment-file';
import { keepRunning } from './services/keep-running';
import {
  startService,
  stopAll,
  type KillableService,
  type Service,
} from './services/service-process';

interface ProgramOptions {
  data: DataFolder;
  kind: BuildKind;
  environment: Environment;
  onExit?: ((part: string) => void) | undefined;
}

/** Starts the built application on a loopback port. */
export function startWeb(
  options: ProgramOptions & { name?: string; port: number | string },
): Promise<KillableService> {
  const { name = 'web', port } = options;
  return startService({
    ...common(options),
    name,
    part: 'Web application',
    args: [resolve('scripts/commands/serve.ts'), '--hostname=127.0.0.1', `--port=${port}`],
    isReady: async () => (await fetch(`http://127.0.0.1:${port}/livez`)).ok,
  });
}

/** Starts a worker. */
export function startWorker(options: ProgramOptions & { name?: string }): Promise<KillableService> {
  const { data, name = 'worker' } = options;
  return startService({
    ...common(options),
    name,
    part: 'Worker',
    args: ['--import', 'tsx', 'scripts/commands/worker.ts'],
    isReady: async () =>
      (await readFile(join(data.path, 'logs', `${name}.log`), 'utf8')).includes('worker started'),
  });
}

/**
 * Starts the built application and its worker on loopback, as production does.
 * @param options.onRestart Each is started again when it ends by itself, and this receives a line about it.
 */
export async function startApplication(
  options: Omit<ProgramOptions, 'onExit'> & { onRestart?: (line: string) => void },
): Promise<Service> {
  const run = (start: (onExit?: (part: string) => void) => Promise<Service>) =>
    options.onRestart === undefined ? start() : keepRunning(start, { print: options.onRestart });
  const port = options.environment['PORT'] ?? '';
  const starting = [
    run((onExit) => startWeb({ ...options, onExit, port })),
    run((onExit) => startWorker({ ...options, onExit })),
  ];
  const stop = () => stopAll(starting);
  try {
    await Promise.all(starting);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function common({ data, kind, environment, onExit }: ProgramOptions) {
  return {
    data,
    command: process.execPath,
    environment: { ...environment, NODE_ENV: 'production', NEXT_DIST_DIR: BUILD_FOLDERS[kind] },
    onExit,
  };
}
