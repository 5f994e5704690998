import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used, by `/proc`; Linux only. */
function secondsOf(pid: string): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / TICKS_PER_SECOND;
}

/** Finds the process whose command line contains a text. */
function findProcess(text: string): string {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
  if (found === undefined) throw new Error(`No process has ${text} in its command line`);
  return found;
}

/**
 * Seconds of processor time that work takes: in this process, and in the database.
 * @param database a part of the database's command line
 */
export async function processorSeconds(
  database: string,
  work: () => Promise<unknown>,
): Promise<{ worker: number; database: number }> {
  const pid = findProcess(database);
  const [own, theirs] = [process.cpuUsage(), secondsOf(pid)];
  await work();
  const { user, system } = process.cpuUsage(own);
  return { worker: (user + system) / 1e6, database: secondsOf(pid) - theirs };
}
