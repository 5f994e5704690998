import { z } from 'zod';
import { HOUR_MS } from '@/platform/time/durations';

/**
 * Time between the last hour in which the rule may wait and the deadline: for a node that is silent, an account that
 * is empty or a price above the clinic's limit just then.
 */
const SPARE_MS = 3 * HOUR_MS;

const moment = z.iso.datetime();
const hours = z.object({ from: moment, until: moment });

/** What waiting for a lower price will likely come to, in prices of gas. */
export const sendingPlanSchema = z.object({
  /** When it is most likely sent. */
  likely: hours,
  /** What gas is expected to cost then, gwei. */
  price: z.number().nonnegative(),
  /** The hour in which it is sent in any case. */
  latest: moment,
  /** What gas costs at most in nine of ten cases, gwei. */
  most: z.number().nonnegative(),
});

/** What waiting for a lower price will likely come to, in prices of gas. */
export type SendingPlan = z.infer<typeof sendingPlanSchema>;

/**
 * Whether what waits for a low price is sent now. The worker supplies the rule, because the forecast depends on this
 * room; without an expectation it is asked again soon.
 * @param until when it must have been sent
 */
export type SendingRule = (
  until: Date,
) => { kind: 'send' } | { kind: 'wait'; expected: SendingPlan | null };

const cost = z.object({ eth: z.string(), usd: z.number().nonnegative().nullable() });

/** A plan as a page shows it, with the costs of one transaction. */
export const pricedPlanSchema = z.object({
  likely: hours,
  cost,
  latest: moment,
  most: cost,
});

/** A plan as a page shows it. */
export type PricedPlan = z.infer<typeof pricedPlanSchema>;

/** Until when the rule may wait. */
export function latestSending(deadline: Date): Date {
  return new Date(deadline.getTime() - SPARE_MS);
}
