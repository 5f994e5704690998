import { readdirSync } from 'node:fs';
import path from 'node:path';
import { database } from './database';

const FOLDER = path.join(process.cwd(), 'prisma/migrations');

/**
 * Checks that the database has every migration of this version, each finished.
 * @throws Error when one is missing or half applied, or the database does not answer
 */
export async function checkMigrations(): Promise<void> {
  const rows = await database().$queryRaw<{ migration_name: string; finished: unknown }[]>`
    SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
    WHERE rolled_back_at IS NULL`;
  const finished = new Set(
    rows.filter((row) => Number(row.finished) === 1).map((row) => row.migration_name),
  );
  const missing = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !finished.has(entry.name))
    .map(({ name }) => name);
  if (missing.length > 0) throw new Error(`not applied: ${missing.join(', ')}`);
}
