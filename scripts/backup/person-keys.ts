import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DAY_MS } from '@/platform/time/durations';

/** The keys of persons, apart from the rest of the database. */
export const PERSON_KEYS_FILE = 'person-keys.sql.gz.age';

/** How long a backup keeps the keys of persons: after that it opens nothing of somebody who was erased since. */
const KEPT_MS = 7 * DAY_MS;

/** The folder of a backup is named by when it was made, with `-` for `:`. */
const NAME = /^medanchor-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)(?:\.partial)?$/;

/**
 * Deletes the keys of persons from all backups of a folder that are more than a week old.
 * @returns how many were deleted
 */
export async function sweepPersonKeys(into: string, now = Date.now()): Promise<number> {
  let deleted = 0;
  for (const name of await readdir(into)) {
    const madeAt = madeAtOf(name);
    const file = join(into, name, PERSON_KEYS_FILE);
    if (madeAt === null || madeAt > now - KEPT_MS || !(await isThere(file))) continue;
    await rm(file);
    deleted += 1;
  }
  return deleted;
}

/**
 * The newest keys of persons among a backup and those beside it: whoever was erased since the backup stays erased.
 * @param folder of the backup that is restored
 * @returns null when none is left
 */
export async function newestPersonKeys(folder: string): Promise<string | null> {
  const beside = dirname(folder);
  const newestFirst = (await readdir(beside))
    .filter((name) => madeAtOf(name) !== null && !name.endsWith('.partial'))
    .sort()
    .reverse();
  for (const path of [...newestFirst.map((name) => join(beside, name)), folder]) {
    const file = join(path, PERSON_KEYS_FILE);
    if (await isThere(file)) return file;
  }
  return null;
}

function madeAtOf(name: string): number | null {
  const [, hour, minute, rest] = NAME.exec(name) ?? [];
  return hour === undefined ? null : Date.parse(`${hour}:${minute ?? ''}:${rest ?? ''}`);
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
