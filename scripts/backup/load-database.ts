import { pipeline } from 'node:stream/promises';
import { createConnection, type Connection } from 'mariadb';
import { connectionOptions } from '@/platform/database/database-url';
import { mustHaveWorked, startDatabaseProgram } from './database-program';

/**
 * Runs a dump on a database.
 * @throws ProvisionError when the database refuses a statement; the database is then half-filled
 */
export async function loadDatabase(
  databaseUrl: string,
  dump: AsyncIterable<Uint8Array>,
): Promise<void> {
  // Binary mode: nothing in the dump is a command to the client program.
  const options = ['--binary-mode', '--default-character-set=utf8mb4'];
  const program = startDatabaseProgram('mariadb', databaseUrl, options);
  try {
    const fed = pipeline(dump, program.stdin);
    const [feeding, ended] = await Promise.allSettled([fed, program]);
    // A program that ended closes its input: its own words come first.
    if (ended.status === 'fulfilled' && ended.value.exitCode !== undefined) {
      mustHaveWorked('mariadb', ended.value);
    }
    if (feeding.status === 'rejected') throw feeding.reason;
  } finally {
    program.kill();
  }
}

/** How many rows each table of a database has. */
export async function countTables(databaseUrl: string): Promise<Record<string, number>> {
  return withConnection(databaseUrl, async (connection) => {
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(connection)) {
      const [row] = await connection.query<{ rows: bigint }[]>(
        `SELECT COUNT(*) AS \`rows\` FROM \`${table}\``,
      );
      counts[table] = Number(row?.rows);
    }
    return counts;
  });
}

/** Drops every table of a database. */
export async function dropTables(databaseUrl: string): Promise<void> {
  await withConnection(databaseUrl, async (connection) => {
    await connection.query('SET foreign_key_checks = 0');
    for (const table of await tablesOf(connection)) {
      await connection.query(`DROP TABLE \`${table}\``);
    }
  });
}

async function withConnection<T>(
  databaseUrl: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const rows = await connection.query<{ name: string }[]>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
