import { spawn } from 'node:child_process';
import { childEnvironment } from '../../provision/child-environment';

/** How a program ended, and what it said. */
export interface ProgramResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Long enough for the slowest; a program that hangs must not hang the audit. */
const PATIENCE_MS = 900_000;

/**
 * Runs a program to its end, without a shell.
 * @throws Error when it cannot be started, or runs longer than `timeoutMs` (15 minutes)
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { timeoutMs?: number; environment?: Record<string, string>; cwd?: string } = {},
): Promise<ProgramResult> {
  const { timeoutMs = PATIENCE_MS, environment, cwd = process.cwd() } = options;
  return new Promise((settle, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment(environment),
      cwd,
      timeout: timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== null) settle({ code, stdout, stderr });
      else
        reject(new Error(`It was ended by ${signal ?? 'a signal'} after ${timeoutMs / 1_000} s`));
    });
  });
}

/** The end of what a program said, for a person to see why it failed. */
export function lastWords({ stdout, stderr }: ProgramResult): string {
  return (stderr.trim() || stdout.trim()).split('\n').slice(-5).join('\n');
}
