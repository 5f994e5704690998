import { readFileSync } from 'node:fs';
import { execaSync } from 'execa';

/**
 * Distinguishes a process from a later one with the same number by its start time.
 * @returns undefined when no such process is running.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const { stdout } = execaSync('ps', ['-o', 'lstart=', '-p', String(pid)], { reject: false });
    const started = stdout.trim();
    return started === '' ? undefined : `${pid}@${started}`;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks: count after it.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : `${pid}@${fields[18]}`;
  } catch {
    return undefined;
  }
}

function pidOf(identity: string): number {
  return Number(identity.split('@', 1)[0]);
}

/** Whether the process with this identity is still running. */
export function isAlive(identity: string): boolean {
  return processIdentity(pidOf(identity)) === identity;
}

/**
 * Ends that process with SIGTERM, and with SIGKILL after `patienceMs`. A later process with the same
 * number is left alone.
 */
export async function endProcess(identity: string, patienceMs = 15_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const signal = (name: NodeJS.Signals) => {
    try {
      if (isAlive(identity)) process.kill(pidOf(identity), name);
    } catch {
      // It ended between the check and the signal.
    }
  };
  signal('SIGTERM');
  while (isAlive(identity)) {
    if (Date.now() > deadline) signal('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
