import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAlive, processIdentity } from '../../provision/process-identity';

/**
 * Keeps a record to one deployment at a time. The lock of a process that was killed is taken over.
 * @returns what gives the record free
 * @throws Error when another deployment is at work on it
 */
export async function lockRecord(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  await mkdir(dirname(file), { recursive: true });
  const release = () => rm(lock, { force: true });
  if (await take(lock)) return release;
  const holder = await readFile(lock, 'utf8').catch(() => '');
  if (holder !== '' && !isAlive(holder)) {
    await release();
    if (await take(lock)) return release;
  }
  throw new Error(
    `Another deployment (process ${holder.split('@', 1)[0] ?? ''}) is at work on ${file}. Wait until it has ended; if none is, remove ${lock}.`,
  );
}

/** Only one process can create a file that is not there. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, processIdentity(process.pid) ?? '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
