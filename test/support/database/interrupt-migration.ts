import { rmSync } from 'node:fs';
import type { Connection } from 'mariadb';
import { migrateDatabase } from '../../../scripts/commands/migrate-database';
import { migrationsBefore } from './earlier-migrations';

/** What a migration ends with that `interruptMigration` stopped. */
export const INTERRUPTION = 'The migration was interrupted';

/**
 * Migrates a database up to a step that rewrites rows, and begins that step, which ends at its second row as if its
 * process had been killed: what was written before stays written.
 * @param next the migration before which the step runs
 * @param table one that the step rewrites
 * @returns what the migration ended with; null when it was not interrupted
 */
export async function interruptMigration(
  connection: Connection,
  { url, next, table }: { url: string; next: string; table: string },
): Promise<unknown> {
  const folder = migrationsBefore(next);
  await migrateDatabase(url, { folder });
  rmSync(folder, { recursive: true });
  await connection.query(`CREATE TRIGGER interruption BEFORE UPDATE ON ${table} FOR EACH ROW BEGIN
    SET @rewritten = IFNULL(@rewritten, 0) + 1;
    IF @rewritten > 1 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${INTERRUPTION}'; END IF;
  END`);
  const outcome = await migrateDatabase(url).then(
    () => null,
    (error: unknown) => error,
  );
  await connection.query('DROP TRIGGER interruption');
  return outcome;
}
