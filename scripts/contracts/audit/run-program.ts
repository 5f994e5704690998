import { execa } from 'execa';
import { MINUTE_MS } from '@/platform/time/durations';
import { childEnvironment } from '../../provision/child-environment';

/** How a program ended, and its output. */
export interface ProgramResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Long enough for the slowest; a program that hangs must not hang the audit. */
const PATIENCE_MS = 15 * MINUTE_MS;

/**
 * Runs a program to its end, without a shell.
 * @throws Error when it cannot be started, or runs longer than `timeoutMs` (15 minutes)
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: { timeoutMs?: number; environment?: Record<string, string>; cwd?: string } = {},
): Promise<ProgramResult> {
  const { timeoutMs = PATIENCE_MS, environment, cwd = process.cwd() } = options;
  const result = await execa(command, args, {
    stdin: 'ignore',
    env: childEnvironment(environment),
    extendEnv: false,
    cwd,
    timeout: timeoutMs,
    reject: false,
    stripFinalNewline: false,
  });
  const { exitCode: code, stdout, stderr, shortMessage } = result;
  if (code === undefined) throw new Error(shortMessage ?? `${command} did not run`);
  return { code, stdout, stderr };
}

/** The last lines of a program's output, which show a person why it failed. */
export function lastWords({ stdout, stderr }: ProgramResult): string {
  return (stderr.trim() || stdout.trim()).split('\n').slice(-5).join('\n');
}
