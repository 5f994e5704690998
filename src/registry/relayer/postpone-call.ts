import type { Prisma, RelayedCall } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import type { RelayHindrance } from './relay-hindrances';
import type { SendingPlan } from './sending-plan';

/** The rule is made for one decision an hour. */
const DECIDE_EVERY_MS = HOUR_MS;
/** Without a price nothing was decided. */
const BLIND_MS = 5 * MINUTE_MS;
/** What keeps the clinic from paying may pass at any time, but others come first meanwhile. */
const HINDERED_MS = 30 * SECOND_MS;

/**
 * Leaves a call that waits for a low price until the next hour.
 * @param plan what the rule expects now; null when it did not see a price
 */
export async function postponeCall({ id }: RelayedCall, plan: SendingPlan | null): Promise<void> {
  await database().relayedCall.updateMany({
    where: { id, state: 'WAITING' },
    data: {
      sendAfter: await fromNow(plan === null ? BLIND_MS : DECIDE_EVERY_MS),
      waitsFor: null,
      ...(plan === null ? {} : { plan }),
    },
  });
}

/** Leaves a call that the clinic cannot pay for now. */
export async function hinderCall({ id }: RelayedCall, waitsFor: RelayHindrance): Promise<void> {
  await database().relayedCall.updateMany({
    where: { id, state: 'WAITING' },
    data: { waitsFor, sendAfter: await fromNow(HINDERED_MS) },
  });
}

/** The calls that are to be looked at: also one that was postponed by a clock that ran ahead. */
export async function dueCalls(): Promise<Prisma.RelayedCallWhereInput> {
  const now = await databaseNow();
  const longest = new Date(now.getTime() + DECIDE_EVERY_MS + MINUTE_MS);
  return {
    state: 'WAITING',
    OR: [{ sendAfter: { lte: now } }, { whenCheap: true, sendAfter: { gt: longest } }],
  };
}

async function fromNow(milliseconds: number): Promise<Date> {
  return new Date((await databaseNow()).getTime() + milliseconds);
}
