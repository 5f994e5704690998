import { hexlify, ZeroHash, type Wallet } from 'ethers';
import { isGenuineDay } from '@/audit/days/day-mac';
import { readDayRoot } from '@/audit/days/read-day-root';
import { dateOfDay } from '@/audit/days/trail-days';
import { findTrailKey } from '@/audit/trail-key';
import type { TrailDay, TrailDayState } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';
import { readHeads, type Heads } from './read-heads';
import { sendDayRoot } from './send-day-root';
import { trailWallet } from './trail-wallet';

/** Days of one run, so that a worker that is stopping does not have to finish a long queue. */
const AT_ONCE = 20;

/**
 * Brings the roots of sealed days to the chain, the oldest first, and follows them until they are final. What counts
 * is the root that the contract has: it takes one for each day, so a day that was sent before a crash is found there,
 * and one that a reorganisation took away is sent again. One worker at a time, so that no nonce is used twice.
 * Without an operator's key it does nothing.
 * @throws AppError chain-unavailable, wrong-chain; chain-refused when the contract does not take the root;
 *   server-busy when another worker does not finish
 */
export async function anchorTrailDays(): Promise<void> {
  const wallet = trailWallet();
  if (wallet === null || (await database().trailDay.count({ where: OPEN })) === 0) return;
  await withNonceLock(wallet.address, async () => {
    const days = await database().trailDay.findMany({
      where: OPEN,
      orderBy: { day: 'asc' },
      take: AT_ONCE,
    });
    const heads = await readHeads();
    for (const day of days) if (!(await followDay(wallet, day, heads))) break;
  });
}

const OPEN = { isFinal: false, state: { not: 'REFUSED' } } as const;

/** @returns false when nothing more can be sent now */
async function followDay(wallet: Wallet, day: TrailDay, heads: Heads): Promise<boolean> {
  const own = hexlify(day.root);
  const now = await readDayRoot(day.day);
  if (now === ZeroHash) {
    await requireGenuine(day.day);
    return sendDayRoot(wallet, day);
  }
  if (now !== own) {
    log().error({ day: dateOfDay(day.day) }, 'the chain has another root for a day of the trail');
    await move(day, 'REFUSED');
    return true;
  }
  const { confirmed, final } = heads;
  if (day.state !== 'ANCHORED') {
    if ((await readDayRoot(day.day, confirmed)) !== own) return true;
    await move(day, 'ANCHORED');
    log().info({ day: dateOfDay(day.day) }, 'day of the audit trail anchored');
  }
  if (final !== null && final >= 0 && (await readDayRoot(day.day, final)) === own) {
    await database().trailDay.update({
      where: { day: day.day },
      data: { isFinal: true, rawTransaction: null },
    });
  }
  return true;
}

/**
 * What somebody else wrote into the database is not anchored as ours.
 * @throws Error
 */
async function requireGenuine(day: number): Promise<void> {
  const isGenuine = await inTransaction(async (tx) => {
    const key = await findTrailKey(tx);
    const sealed = await tx.trailDay.findUnique({ where: { day }, include: { shards: true } });
    return key !== null && sealed !== null && isGenuineDay(key, sealed);
  });
  if (!isGenuine) throw new Error(`The sealed day ${dateOfDay(day)} of the trail was altered`);
}

async function move({ day }: TrailDay, state: TrailDayState): Promise<void> {
  const anchoredAt = state === 'ANCHORED' ? await databaseNow() : null;
  await database().trailDay.update({ where: { day }, data: { state, anchoredAt } });
}
