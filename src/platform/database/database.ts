import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { Prisma, PrismaClient } from '@/generated/prisma/client';
import { connectionOptions } from './database-url';
import { traceQueries } from './trace-queries';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { patience } from '@/platform/time/patience';

/** A database transaction in progress: pass it down so that a change and its audit event commit together. */
export type Transaction = Prisma.TransactionClient;

// Next.js reloads modules in development; one pool must outlive them.
const shared = globalThis as typeof globalThis & { medanchorDatabase?: PrismaClient };

/** The pooled database client. A single operation that meets a conflict is tried again, as `inTransaction` does. */
export function database(): PrismaClient {
  shared.medanchorDatabase ??= connect();
  return shared.medanchorDatabase;
}

function connect(): PrismaClient {
  const client = new PrismaClient({
    adapter: traceQueries(new PrismaMariaDb(poolOptions(env().DATABASE_URL))),
    log: [],
  });
  const extended = client.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        // One operation of a transaction cannot be tried again: the conflict has ended the transaction.
        const isAlone = insideTransaction.getStore() === undefined;
        return isAlone ? retryConflicts(() => query(args)) : query(args);
      },
    },
  });
  // An extension of how operations run changes none of their types.
  return extended as unknown as PrismaClient;
}

/** Set while the work of a transaction runs. */
const insideTransaction = new AsyncLocalStorage<true>();

/** Of one connection, see `poolOptions`. The application has about twice as many that differ. */
export const KEPT_STATEMENTS = 100;

/** How this process connects to a database. */
export function poolOptions(databaseUrl: string) {
  return {
    ...connectionOptions(databaseUrl),
    connectionLimit: 10,
    // A connection that is silent for so long is closed, also an idle one: few are kept in reserve. Statements
    // of background commands may take long.
    socketTimeout: patience().databaseMs,
    minimumIdle: 2,
    // A statement that a connection has prepared once is only executed from then on. So many of it are kept: all
    // processes together must stay below the server's max_prepared_stmt_count (docs/scaling.md).
    prepareCacheLength: KEPT_STATEMENTS,
    // Else the driver sends PREPARE and EXECUTE together, and when the first is refused the server executes whatever it
    // prepared last (decision 185).
    pipelining: false,
    connectTimeout: 5_000,
    acquireTimeout: 8_000,
    // Times are kept in UTC whatever the server's zone.
    timezone: 'Z',
    // What a verb decides on, it locks. A snapshot would add nothing but refusals: MariaDB from
    // 11.6 on answers a lock on a row that changed since the first read with error 1020. Set once for a connection:
    // before each transaction it would cost a round trip.
    initSql: 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  };
}

const MAX_TRIES = 8;
/** After the first lost conflict; twice as long after each further one, and by chance up to twice that. */
const FIRST_PAUSE_MS = 5;

/** The last steps of a transaction, in the order in which all transactions do them, so that none waits in a circle. */
const LAST_STEPS = ['report counts', 'shared counts', 'trail'] as const;
export type LastStep = (typeof LAST_STEPS)[number];

/** What a transaction does last, see `beforeCommit`. */
const endings = new WeakMap<Transaction, Map<LastStep, () => Promise<void>>>();

/**
 * Does something as the last step of a transaction, however early it was asked for: a row that many transactions
 * lock is then held only while the database commits. Not done when the transaction is rolled back.
 * @param tx a transaction of `inTransaction`
 * @param step asked for once in a transaction; one may ask for a later one
 */
export function beforeCommit(tx: Transaction, step: LastStep, work: () => Promise<void>): void {
  const steps = endings.get(tx);
  if (steps === undefined) throw new Error('Only a transaction of inTransaction has an end');
  if (steps.has(step)) throw new Error(`The step "${step}" was asked for twice`);
  steps.set(step, work);
}

/**
 * Runs `work` in one transaction and runs it again when the database chose it as a deadlock's victim, or when another
 * node of a cluster was first.
 * `work` must therefore have no effect outside the transaction.
 * @throws AppError database-unavailable when no connection can be had
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T> | T): Promise<T> {
  try {
    return await retryConflicts(() =>
      database().$transaction((tx) => insideTransaction.run(true, () => runWithEnd(tx, work)), {
        maxWait: 8_000,
        timeout: 20_000,
      }),
    );
  } catch (error) {
    if (isUnreachable(error)) throw new AppError('database-unavailable', { cause: error });
    throw error;
  }
}

async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDeadlock(error) || attempt === MAX_TRIES) throw error;
      await setTimeout(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (1 + Math.random()));
    }
  }
}

async function runWithEnd<T>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<T> | T,
): Promise<T> {
  const steps = new Map<LastStep, () => Promise<void>>();
  endings.set(tx, steps);
  const result = await work(tx);
  for (const step of LAST_STEPS) await steps.get(step)?.();
  return result;
}

/** Whether a row that must be unique already exists. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

function isDeadlock(error: unknown): boolean {
  // A cluster often finds a conflict only at COMMIT, where the driver's own error comes through.
  if (isWriteConflict(error)) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || (error.code === 'P2010' && isRawDeadlock(error.meta));
}

/** For a raw statement, such as a lock, the driver's own error reports a deadlock. */
function isRawDeadlock(meta: Record<string, unknown> | undefined): boolean {
  return isWriteConflict(meta?.['driverAdapterError']);
}

function isWriteConflict(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.cause instanceof Object &&
    'kind' in error.cause &&
    error.cause.kind === 'TransactionWriteConflict'
  );
}

/** What the pool, the driver, the server and the system say of a connection that cannot be had, or broke in use. */
const LOST_CONNECTION = new RegExp(
  [
    'pool timeout',
    'socket timeout',
    'socket has unexpectedly been closed',
    'connection closed',
    "can't reach database",
    'wsrep has not yet prepared',
    'connection was killed',
    'server shutdown in progress',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
  ].join('|'),
  'i',
);

/** Whether an error means that the database cannot be reached (as opposed to a refused statement). */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'].includes(code) ||
    LOST_CONNECTION.test(error.message)
  );
}
