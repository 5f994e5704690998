import { createHash } from 'node:crypto';
import { createConnection, type Connection } from 'mariadb';
import { migrateDatabase } from '../../../scripts/commands/migrate-database';

const MIGRATIONS = '_prisma_migrations';
const TEMPLATE = 'medanchor_template';

/** What a database is right after the migrations. */
export interface Schema {
  /** Of every table's definition, and of which migrations were applied. */
  digest: string;
  /** The tables into which migrations put rows. */
  filled: string[];
}

/**
 * Makes a worker's database as it is right after the migrations. Emptying its tables takes milliseconds, laying
 * the schema again takes seconds: so that is only done where a test file changed the schema.
 * @param schema what `layTemplate` returned
 * @returns the database's address
 */
export async function freshDatabase(
  serverUrl: string,
  name: string,
  schema: Schema,
): Promise<string> {
  const connection = await connect(serverUrl);
  try {
    // The server may empty or drop a table before the ones that refer to it.
    await connection.query('SET foreign_key_checks = 0');
    const tables = await tablesOf(connection, name);
    const url = addressOf(serverUrl, name);
    if ((await digestOf(connection, name, tables)) !== schema.digest) {
      await connection.query(`CREATE OR REPLACE DATABASE ${name}`);
      await migrateDatabase(url);
      return url;
    }
    for (const table of tables) {
      if (table !== MIGRATIONS) await connection.query(`DELETE FROM ${name}.${table}`);
    }
    for (const table of schema.filled) {
      await connection.query(`INSERT INTO ${name}.${table} SELECT * FROM ${TEMPLATE}.${table}`);
    }
    return url;
  } finally {
    await connection.end();
  }
}

/** Migrates a database that is not changed afterwards, as the reference for fresh ones. */
export async function layTemplate(serverUrl: string): Promise<Schema> {
  const connection = await connect(serverUrl);
  try {
    await connection.query(`CREATE OR REPLACE DATABASE ${TEMPLATE}`);
    await migrateDatabase(addressOf(serverUrl, TEMPLATE));
    const tables = await tablesOf(connection, TEMPLATE);
    const filled: string[] = [];
    for (const table of tables.filter((one) => one !== MIGRATIONS)) {
      const rows = await connection.query<unknown[]>(`SELECT 1 FROM ${TEMPLATE}.${table} LIMIT 1`);
      if (rows.length > 0) filled.push(table);
    }
    return { digest: await digestOf(connection, TEMPLATE, tables), filled };
  } finally {
    await connection.end();
  }
}

function addressOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
}

function connect(serverUrl: string): Promise<Connection> {
  const { hostname, port, username, password } = new URL(serverUrl);
  return createConnection({ host: hostname, port: Number(port), user: username, password });
}

async function tablesOf(connection: Connection, database: string): Promise<string[]> {
  const rows = await connection.query<{ name: string }[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY 1',
    [database],
  );
  return rows.map(({ name }) => name);
}

async function digestOf(
  connection: Connection,
  database: string,
  tables: readonly string[],
): Promise<string> {
  const digest = createHash('sha256');
  for (const table of tables) {
    const [row] = await connection.query<Record<'Create Table', string>[]>(
      `SHOW CREATE TABLE ${database}.${table}`,
    );
    // The next number of a table depends on how much was put into it, not on what it is.
    digest.update((row?.['Create Table'] ?? '').replace(/ AUTO_INCREMENT=\d+/, ''));
  }
  if (tables.includes(MIGRATIONS)) {
    const applied = await connection.query<unknown[]>(
      `SELECT migration_name, checksum, rolled_back_at FROM ${database}.${MIGRATIONS} ORDER BY 1`,
    );
    digest.update(JSON.stringify(applied));
  }
  return digest.digest('hex');
}
