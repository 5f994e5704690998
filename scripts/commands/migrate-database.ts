import { pathToFileURL } from 'node:url';
import { createConnection, type Connection } from 'mariadb';
import { v5 as uuidv5 } from 'uuid';
import { ownVariable } from '../provision/child-environment';
import { keyringSchema } from '@/platform/env';
import type { Keyring } from '@/vault/seal-under-keyring';
import { bindProfiles } from '../migrations/bind-profiles';
import { bindRetractions } from '../migrations/bind-retractions';
import { bindRows } from '../migrations/bind-rows';
import { keyProofs } from '../migrations/key-proofs';
import { sealPeople } from '../migrations/seal-people';
import { sealReports } from '../migrations/seal-reports';
import { readMigrationFiles, type MigrationFile } from '../migrations/migration-files';
import {
  MigrationError,
  pendingMigrations,
  type MigrationRow,
} from '../migrations/pending-migrations';

/** Prisma's own lock and table, so that `prisma migrate deploy` can continue where we stopped. */
const LOCK = 'prisma_migrate';
const LOCK_SECONDS = 60;
/** Namespace of the ids of begun migrations (RFC 9562, version 5). */
const MIGRATIONS = '6f1c2b52-6a0e-4a55-9f0e-2f4b1f6d7c11';
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at DATETIME(3),
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at DATETIME(3),
  started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

/**
 * Applies the migrations that a database lacks, one process at a time.
 * @param databaseUrl `mysql://user:password@host:port/database`, with `?ssl=true` for TLS.
 * @param options.folder Where the migrations are.
 * @param options.keyring KEYRING, for the steps that seal what a version before kept in clear.
 * @returns the names of those applied now.
 * @throws MigrationError when a person must look at the schema first.
 */
export async function migrateDatabase(
  databaseUrl: string,
  options: { folder?: string; keyring?: string | undefined } = {},
): Promise<string[]> {
  const { folder = 'prisma/migrations', keyring = ownVariable('KEYRING') } = options;
  const files = readMigrationFiles(folder);
  const url = new URL(databaseUrl);
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    multipleStatements: true,
    timezone: 'Z',
    ...(url.searchParams.get('ssl') === 'true' && { ssl: true }),
  });
  try {
    // The name is the server's, not the database's: Prisma too waits for its neighbours.
    const [lock] = await connection.query<{ held: number | bigint | null }[]>(
      'SELECT GET_LOCK(?, ?) AS held',
      [LOCK, LOCK_SECONDS],
    );
    if (Number(lock?.held) !== 1) {
      throw new MigrationError(
        `Another migration has been running for more than ${LOCK_SECONDS} s.\n` +
          '  → Wait until it ends, and start again.',
      );
    }
    await connection.query(TABLE);
    const rows = await connection.query<MigrationRow[]>(
      'SELECT * FROM _prisma_migrations ORDER BY started_at',
    );
    const pending = pendingMigrations(files, rows);
    for (const migration of pending) {
      const before = rows.filter((row) => row.migration_name === migration.name).length;
      const step = STEPS.find(({ before: next }) => migration.name.endsWith(next));
      if (step !== undefined) await runStep(connection, step, keyring);
      await apply(connection, migration, before);
    }
    return pending.map(({ name }) => name);
  } finally {
    // Ends the session, and with it the lock.
    await connection.end();
  }
}

/** A step that SQL alone cannot do, before the migration that relies on it. An empty table needs none. */
interface Step {
  before: string;
  table: string;
  run: (connection: Connection, keyring: Keyring) => Promise<void>;
}

const STEPS: Step[] = [
  { before: '_only_sealed', table: 'Report', run: sealReports },
  { before: '_only_keyed', table: 'AuditEvent', run: keyProofs },
  { before: '_only_sealed_people', table: 'Account', run: sealPeople },
  { before: '_only_bound_rows', table: 'Account', run: bindRows },
  { before: '_only_bound_retractions', table: 'ChainTransaction', run: bindRetractions },
  { before: '_only_bound_profiles', table: 'Account', run: bindProfiles },
];

async function runStep(
  connection: Connection,
  { table, run }: Step,
  keyring: string | undefined,
): Promise<void> {
  const [row] = await connection.query<unknown[]>(`SELECT 1 FROM ${table} LIMIT 1`);
  if (row === undefined) return;
  const keys = keyringSchema.safeParse(keyring);
  if (!keys.success) {
    throw new MigrationError(
      'What the version before kept must be sealed again, and KEYRING is not set.\n' +
        '  → Set it as the application has it, and start again. Nothing was changed.',
    );
  }
  await run(connection, keys.data);
}

/** @param before how often it was begun before, and rolled back */
async function apply(
  connection: Connection,
  migration: MigrationFile,
  before: number,
): Promise<void> {
  // The lock holds on one node of a cluster only: of two nodes that begin a migration at once, the id refuses one.
  const id = uuidv5(`${migration.name} ${before}`, MIGRATIONS);
  await connection.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (?, ?, ?)',
    [id, migration.checksum, migration.name],
  );
  try {
    await connection.query(migration.sql);
  } catch (cause) {
    // MySQL commits each change of the schema by itself: there is nothing to roll back to.
    const reason = cause instanceof Error ? cause.message : String(cause);
    await connection.query('UPDATE _prisma_migrations SET logs = ? WHERE id = ?', [reason, id]);
    throw new MigrationError(`Migration ${migration.name} failed: ${reason}`, { cause });
  }
  await connection.query(
    'UPDATE _prisma_migrations SET finished_at = NOW(3), applied_steps_count = 1 WHERE id = ?',
    [id],
  );
}

async function main(): Promise<void> {
  const databaseUrl = ownVariable('DATABASE_URL');
  if (databaseUrl === undefined) throw new MigrationError('DATABASE_URL is not set.');
  const applied = await migrateDatabase(databaseUrl);
  for (const name of applied) console.log(`Applied ${name}`);
  if (applied.length === 0) console.log('The schema is up to date.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main().catch((error: unknown) => {
    console.error(error instanceof MigrationError ? `✗ ${error.message}` : error);
    process.exitCode = 1;
  });
}
