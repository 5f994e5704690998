import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { childEnvironment } from './child-environment';
import type { Environment } from './environment-file';

/** How a tool ended, and all that it said. */
export interface ToolResult {
  code: number;
  output: string;
}

/** Tools that run now, to be ended with us. */
const running = new Set<() => void>();

/** Ends every tool that is running. */
export function stopTools(): void {
  for (const stop of running) stop();
}

/**
 * Runs a tool of node_modules/.bin, or a script of ours (`scripts/….ts`), on this same Node.js.
 * @param options.onOutput Hears the output as it comes.
 */
export function runTool(
  name: string,
  args: readonly string[],
  options: { environment?: Environment; onOutput?: (text: string) => void } = {},
): Promise<ToolResult> {
  const program = name.endsWith('.ts')
    ? ['--import', 'tsx', name]
    : [realpathSync(resolve('node_modules/.bin', name))];
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [...program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment(options.environment),
      detached: true,
    });
    const stop = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
    };
    running.add(stop);
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      options.onOutput?.(chunk.toString());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(stop);
      settle({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a tool that must succeed.
 * @throws Error with its output when it does not.
 */
export async function mustRun(
  name: string,
  args: readonly string[],
  environment?: Environment,
): Promise<void> {
  const { code, output } = await runTool(name, args, environment ? { environment } : {});
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} failed:\n${output.trim()}`);
}
