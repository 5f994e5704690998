import { connectionOptions } from '@/platform/database/database-url';
import { mustHaveWorked, startDatabaseProgram } from './database-program';

const OPTIONS = [
  // One snapshot of all tables, while others go on writing.
  '--single-transaction',
  '--quick',
  '--skip-lock-tables',
  '--no-tablespaces',
  '--hex-blob',
  '--default-character-set=utf8mb4',
  '--skip-dump-date',
  '--triggers',
];

/** Kept apart, and for a shorter time: see person-keys.ts. */
const APART = 'PersonKey';

/**
 * The SQL that makes a database's tables and rows as they are at one moment, without the keys of persons.
 * @throws ProvisionError when `mariadb-dump` fails, also halfway
 */
export function dumpDatabase(databaseUrl: string): AsyncGenerator<Uint8Array> {
  const { database } = connectionOptions(databaseUrl);
  return dump(databaseUrl, [...OPTIONS, `--ignore-table-data=${database}.${APART}`]);
}

/** The SQL that fills the table of the keys of persons. @throws ProvisionError when `mariadb-dump` fails */
export function dumpPersonKeys(databaseUrl: string): AsyncGenerator<Uint8Array> {
  return dump(databaseUrl, [...OPTIONS, '--no-create-info'], [APART]);
}

async function* dump(
  databaseUrl: string,
  options: readonly string[],
  tables: readonly string[] = [],
): AsyncGenerator<Uint8Array> {
  const program = startDatabaseProgram('mariadb-dump', databaseUrl, options, tables);
  try {
    yield* program.stdout;
    mustHaveWorked('mariadb-dump', await program);
  } finally {
    program.kill();
  }
}
