import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BUILD_FOLDERS, type BuildKind } from './build-application';
import type { DataFolder } from './data-folder';
import type { Environment } from './environment-file';
import { keepRunning } from './services/keep-running';
import { startService, stopAll, type Service } from './services/service-process';

/**
 * Starts the built application and its worker on loopback, as production does.
 * @param options.onRestart Each is started again when it ends by itself, and this receives a line about it.
 */
export async function startApplication(options: {
  data: DataFolder;
  kind: BuildKind;
  environment: Environment;
  onRestart?: (line: string) => void;
}): Promise<Service> {
  const { data, kind, environment } = options;
  const common = {
    data,
    command: process.execPath,
    environment: { ...environment, NODE_ENV: 'production', NEXT_DIST_DIR: BUILD_FOLDERS[kind] },
  };
  const run = (start: (onExit?: (part: string) => void) => Promise<Service>) =>
    options.onRestart === undefined ? start() : keepRunning(start, { print: options.onRestart });
  const port = environment['PORT'] ?? '';
  const starting = [
    run((onExit) =>
      startService({
        ...common,
        onExit,
        name: 'web',
        part: 'Web application',
        args: [resolve('scripts/commands/serve.ts'), '--hostname=127.0.0.1', `--port=${port}`],
        isReady: async () => (await fetch(`http://127.0.0.1:${port}/livez`)).ok,
      }),
    ),
    run((onExit) =>
      startService({
        ...common,
        onExit,
        name: 'worker',
        part: 'Worker',
        args: ['--import', 'tsx', 'scripts/commands/worker.ts'],
        isReady: async () =>
          (await readFile(join(data.path, 'logs', 'worker.log'), 'utf8')).includes(
            'worker started',
          ),
      }),
    ),
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
