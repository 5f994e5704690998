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

/**
 * The SQL that makes a database's tables and rows as they are at one moment.
 * @throws ProvisionError when `mariadb-dump` fails, also halfway
 */
export async function* dumpDatabase(databaseUrl: string): AsyncGenerator<Uint8Array> {
  const program = startDatabaseProgram('mariadb-dump', databaseUrl, OPTIONS);
  try {
    yield* program.stdout;
    mustHaveWorked('mariadb-dump', await program);
  } finally {
    program.kill();
  }
}
