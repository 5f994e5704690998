import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';

/** An answer is rarely slower than this. */
const USUAL_MS = 1_000;
const PROBE_TIMEOUT_MS = 1_000;

/**
 * Waits for a query, but not while the database is unreachable. The pool cannot distinguish that from a full
 * pool and waits for 8 seconds; a TCP connection attempt can.
 * @param answer of a question that may be left unheard: a read
 * @throws AppError database-unavailable; and whatever the question throws
 */
export async function unlessDatabaseAway<T>(answer: Promise<T>): Promise<T> {
  const heard = new AbortController();
  try {
    return await Promise.race([answer, refuseWhenAway(heard.signal)]);
  } finally {
    heard.abort();
  }
}

/** Settles only by refusing. */
async function refuseWhenAway(heard: AbortSignal): Promise<never> {
  await setTimeout(USUAL_MS, undefined, { signal: heard });
  if (!(await opens())) throw new AppError('database-unavailable');
  return new Promise(() => undefined);
}

function opens(): Promise<boolean> {
  const { hostname, port } = new URL(env().DATABASE_URL);
  const socket = connect({ host: hostname, port: Number(port || 3306), timeout: PROBE_TIMEOUT_MS });
  const answered = new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('timeout', () => resolve(false));
    socket.once('error', () => resolve(false));
  });
  return answered.finally(() => socket.destroy());
}
