import { createPool, type Pool } from 'mariadb';
import { connectionOptions } from './database-url';
import { env } from './env';

/** A page need not be refused sooner than its reader wonders. */
const PATIENCE_MS = 2_000;

// Next.js bundles the proxy apart from the pages, and reloads it in development.
const shared = globalThis as typeof globalThis & { medanchorProbe?: Pool };

/**
 * Whether the database answers, by a connection of its own: a crowd that waits for the others is no outage.
 * For the proxy alone, which must not load the database client.
 */
export async function databaseAnswers(): Promise<boolean> {
  shared.medanchorProbe ??= createPool({
    ...connectionOptions(env().DATABASE_URL),
    connectionLimit: 1,
    connectTimeout: PATIENCE_MS,
    acquireTimeout: PATIENCE_MS,
  });
  try {
    await shared.medanchorProbe.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
