import { HOUR_MS } from '@/platform/time/durations';
import { hourOf, HOURS_PER_WEEK } from '../hours/hourly-series';
import { at } from '../series/at';
import { expectSending, type ExpectedSending } from './expect-sending';
import type { StoppingModel } from './learn-stopping';
import { planThresholds } from './plan-thresholds';

/** What is known when it is decided whether to send. */
export interface SendingQuestion {
  /** What gas costs now, gwei; null when the chain cannot be asked. */
  price: number | null;
  now: Date;
  /** When it must have been sent. */
  deadline: Date;
}

export type SendingDecision =
  | {
      kind: 'send';
      /** `cheap`: the price is below the threshold; `last-hour`: no whole hour is left to wait in. */
      because: 'cheap' | 'last-hour' | 'nothing-learned';
    }
  | { kind: 'wait'; expected: ExpectedSending | null };

/**
 * Whether to send in this hour or to wait for a cheaper one until a deadline; to be asked again in every hour, always
 * at the same minute, by a caller that sets the deadline as early as its own sending needs. Pure: it
 * keeps nothing between two hours, so neither a restart nor a jump of the clock can confuse it. In the last hour it
 * always sends, except that without a price nobody can.
 * @param model Null while too little history is known: then there is no reason to wait.
 */
export function decideSending(
  model: StoppingModel | null,
  { price, now, deadline }: SendingQuestion,
): SendingDecision {
  const left = Math.min(HOURS_PER_WEEK, hoursLeft(now, deadline));
  if (left <= 1) return { kind: 'send', because: 'last-hour' };
  if (model === null) return { kind: 'send', because: 'nothing-learned' };
  const from = hourOf(now);
  const thresholds = planThresholds(model.shape, model.weights, from, left);
  if (price !== null && price <= at(thresholds, 0) * Math.exp(model.level)) {
    return { kind: 'send', because: 'cheap' };
  }
  return { kind: 'wait', expected: expectSending(model, thresholds, from) };
}

/** The hours that begin before the deadline and end no later, this one included. */
function hoursLeft(now: Date, deadline: Date): number {
  return Math.floor(deadline.getTime() / HOUR_MS) - hourOf(now);
}
