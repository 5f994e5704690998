import { database, type Transaction } from './database';

/** The database's time is read again after this; until then the local monotonic clock extends it. */
const FRESH_MS = 10_000;
/** A slow answer may set the clock back by this much: then it stops instead. */
const JITTER_MS = 1_000;

let measured: { time: number; at: number } | undefined;
let latest = 0;

/**
 * The time by the database's clock, which all processes share. Due times, leases and expiries that another
 * machine may read are written and compared by it: a machine whose own clock is wrong then neither sends
 * late nor extends a session.
 * @param tx the transaction in progress, if there is one: it must not wait for a second connection
 */
export async function databaseNow(tx: Pick<Transaction, '$queryRaw'> = database()): Promise<Date> {
  if (measured === undefined || performance.now() - measured.at > FRESH_MS) {
    const [row] = await tx.$queryRaw<{ seconds: unknown }[]>`
      SELECT CAST(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3)) AS CHAR) AS seconds`;
    measured = { time: Number(row?.seconds) * 1_000, at: performance.now() };
  }
  const time = Math.floor(measured.time + performance.now() - measured.at);
  latest = time < latest && latest - time < JITTER_MS ? latest : time;
  return new Date(latest);
}
