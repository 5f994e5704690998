import { createConnection, type Connection } from 'mariadb';
import { connectionOptions } from './database-url';
import { env } from '@/platform/env';
import { within } from '@/platform/time/within';

/** A page need not be refused sooner than its reader wonders. */
const PATIENCE_MS = 1_000;

interface Probe {
  /** Kept for the next question. */
  connection?: Promise<Connection> | undefined;
  /** The query that is running: callers meanwhile wait for its answer. */
  question?: Promise<boolean> | undefined;
}

// Next.js bundles the proxy apart from the pages, and reloads it in development.
const shared = globalThis as typeof globalThis & { medanchorProbe?: Probe };

/**
 * Whether the database answers within a second, by a connection of its own: a crowd that waits for the others
 * is no outage. However many wonder at once, it is asked once. For the proxy alone, which must not load the
 * database client.
 */
export function databaseAnswers(): Promise<boolean> {
  const probe = (shared.medanchorProbe ??= {});
  probe.question ??= ask(probe).finally(() => {
    probe.question = undefined;
  });
  return probe.question;
}

async function ask(probe: Probe): Promise<boolean> {
  try {
    await within(PATIENCE_MS, async (signal) => {
      try {
        await (await (probe.connection ??= open())).query('SELECT 1');
      } catch (error) {
        if (signal.aborted) throw error;
        // It broke since the last question, as when the database is restarted.
        await (await (probe.connection = open())).query('SELECT 1');
      }
    });
    return true;
  } catch {
    // What has not answered in time is not asked again; should it still open, it is closed at once.
    const late = probe.connection;
    probe.connection = undefined;
    void late?.then(
      (connection) => {
        connection.destroy();
      },
      () => undefined,
    );
    return false;
  }
}

async function open(): Promise<Connection> {
  const connection = await createConnection({
    ...connectionOptions(env().DATABASE_URL),
    connectTimeout: PATIENCE_MS,
  });
  // A connection that breaks while it is idle is replaced by the next question.
  connection.on('error', () => undefined);
  return connection;
}
