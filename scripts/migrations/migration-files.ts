import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the schema, as Prisma lays it out: `<folder>/<name>/migration.sql`. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex: Prisma's own checksum. */
  readonly checksum: string;
}

/** The migrations of a folder in the order of their names, which begin with their time. */
export function readMigrationFiles(folder: string): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, file: join(folder, entry.name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
