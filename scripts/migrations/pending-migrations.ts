import type { MigrationFile } from './migration-files';

/** A row of Prisma's table `_prisma_migrations`. */
export interface MigrationRow {
  id: string;
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
  logs: string | null;
}

/** The schema is in a state that a person has to look at. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * What is still to be applied.
 * @throws MigrationError when an earlier migration failed, was edited since, or is unknown here.
 */
export function pendingMigrations(
  files: readonly MigrationFile[],
  rows: readonly MigrationRow[],
): MigrationFile[] {
  const standing = rows.filter((row) => row.rolled_back_at === null);
  for (const row of standing) {
    const file = files.find(({ name }) => name === row.migration_name);
    if (row.finished_at === null) throw new MigrationError(repairAdvice(row));
    if (file === undefined) {
      throw new MigrationError(
        `The database holds migration ${row.migration_name}, which this version does not know.\n` +
          '  → Run the version of the application that brought it, or a newer one.',
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${row.migration_name} was edited after it was applied.\n` +
          '  → Restore its file and put the change into a new migration.',
      );
    }
  }
  const applied = new Set(standing.map((row) => row.migration_name));
  return files.filter(({ name }) => !applied.has(name));
}

function repairAdvice(row: MigrationRow): string {
  const mark = (column: string) =>
    `UPDATE _prisma_migrations SET ${column} = NOW(3) WHERE id = '${row.id}';`;
  return [
    `Migration ${row.migration_name} failed and may be half applied:`,
    `    ${row.logs ?? '(it was interrupted before it recorded a reason)'}`,
    '  → Look at the schema. Either undo what it did and mark it as never applied:',
    `    ${mark('rolled_back_at')}`,
    '    or finish by hand what it should do and mark it as applied:',
    `    ${mark('finished_at')}`,
  ].join('\n');
}
