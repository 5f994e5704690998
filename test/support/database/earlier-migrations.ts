import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ALL = 'prisma/migrations';

/**
 * A folder with the migrations of a version before.
 * @param first the name of the first migration that it did not have
 */
export function migrationsBefore(first: string): string {
  const folder = mkdtempSync(resolve('.data', 'earlier-'));
  for (const name of readdirSync(ALL).filter((one) => /^\d/.test(one) && one < first)) {
    cpSync(join(ALL, name), join(folder, name), { recursive: true });
  }
  return folder;
}
