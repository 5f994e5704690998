import { JOB_PAYLOADS } from '@/jobs/job-kinds';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS } from '@/platform/time/durations';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';
import { presentPrice } from '../answer/present-price';
import { dateOfHour } from '../history/hour-dates';
import { feeChain } from '../history/fee-chain';
import { hourOf } from '../hours/hourly-series';
import { decideSending } from '../stopping/decide-sending';
import { readStopping } from '../stopping/stored-stopping';

/** A mail that waits behind others must still be useful. */
const USEFUL_MS = 2 * HOUR_MS;

/**
 * Sends the reminders that were asked for at once where the stopping rule would send a transaction in this hour: for
 * people who pay by their own wallet. Without a price, or without a rule, each still goes out when its hours begin.
 * @returns how many were brought forward
 */
export async function bringRemindersForward(at?: Date): Promise<number> {
  const now = at ?? (await databaseNow());
  const chain = feeChain();
  const waiting = await database().outboxJob.findMany({
    where: {
      kind: 'remind-of-fees',
      doneAt: null,
      failedAt: null,
      claimedUntil: null,
      runAfter: { gt: now },
    },
    select: { id: true, payload: true },
  });
  if (waiting.length === 0) return 0;
  const [model, quote] = await Promise.all([readStopping(chain.id), readTypicalQuote()]);
  const price = presentPrice(chain, quote);
  if (model === null || price === null) return 0;
  let moved = 0;
  for (const { id, payload } of waiting) {
    const asked = JOB_PAYLOADS['remind-of-fees'].parse(payload);
    const decision = decideSending(model, { price, now, deadline: new Date(asked.until) });
    if (decision.kind !== 'send' || decision.because !== 'cheap') continue;
    const from = dateOfHour(hourOf(now));
    const { count } = await database().outboxJob.updateMany({
      // Another worker may have done so, or the person may have cancelled it.
      where: { id, doneAt: null, claimedUntil: null, runAfter: { gt: now } },
      data: {
        runAfter: now,
        payload: {
          ...asked,
          from: from.toISOString(),
          until: new Date(from.getTime() + USEFUL_MS).toISOString(),
        },
      },
    });
    moved += count;
  }
  return moved;
}
