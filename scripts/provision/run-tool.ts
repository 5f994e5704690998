import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { execa, type ResultPromise } from 'execa';
import { childEnvironment } from './child-environment';
import type { Environment } from './environment-file';

/** How a tool ended, with its standard output and error in the order in which they were written. */
export interface ToolResult {
  code: number;
  output: string;
}

/** Tools that run now, to be ended with us. */
const running = new Set<Pick<ResultPromise, 'kill'>>();

/** Ends every tool that is running. */
export function stopTools(): void {
  for (const tool of running) tool.kill();
}

/**
 * Runs a tool of node_modules/.bin, or a script of ours (`scripts/….ts`), on this same Node.js. It ends with us,
 * and so do the processes that it starts.
 * @param options.onOutput Receives the output as it comes.
 */
export async function runTool(
  name: string,
  args: readonly string[],
  options: { environment?: Environment; onOutput?: (text: string) => void } = {},
): Promise<ToolResult> {
  const { environment, onOutput } = options;
  const program = name.endsWith('.ts')
    ? ['--import', 'tsx', name]
    : [realpathSync(resolve('node_modules/.bin', name))];
  const tool = execa(process.execPath, [...program, ...args], {
    stdin: 'ignore',
    all: true,
    env: childEnvironment(environment),
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
    killDescendants: true,
    // It may have services to stop, which takes its time.
    forceKillAfterDelay: false,
  });
  running.add(tool);
  if (onOutput) tool.all.on('data', (chunk: Buffer) => onOutput(chunk.toString()));
  const { exitCode = 1, all } = await tool;
  running.delete(tool);
  return { code: exitCode, output: all };
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
