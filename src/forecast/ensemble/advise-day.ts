import { at } from '@/forecast/series/at';
import { mean } from '@/forecast/series/weekday-profile';

/** The rule that chooses the day to wait for. */
export type AdviceRule = 'model' | 'sunday';

/** What both rules would have advised on a day of the past, and what it would have cost. */
export interface SettledAdvice {
  model: number;
  sunday: number;
  /** Log prices of the seven days that followed. */
  actual: readonly number[];
}

/** Origins over which the rules are compared. */
const MEMORY = 365;
/** Fewer are not meaningful. */
const LEAST = 60;
/** Standard errors by which the model must be ahead: luck alone is so in one year of forty. */
const ERRORS_AHEAD = 2;
/** Seven origins in a row look at nearly the same week: they count as one. */
const OVERLAP = 7;

/**
 * Which rule did better in the last year. The simple one is kept until the model has saved more
 * than luck explains: on the years it was tuned on, days that it preferred to Sunday saved nothing.
 */
export function chooseRule(settled: readonly SettledAdvice[]): AdviceRule {
  const recent = settled.slice(-MEMORY);
  if (recent.length < LEAST) return 'sunday';
  const gains = recent.map(({ model, sunday, actual }) => {
    const prices = actual.map((log) => Math.exp(log));
    return (at(prices, sunday) - at(prices, model)) / mean(prices);
  });
  const gain = mean(gains);
  const variance = mean(gains.map((one) => (one - gain) ** 2));
  const error = Math.sqrt(variance / (gains.length / OVERLAP));
  return gain > ERRORS_AHEAD * error ? 'model' : 'sunday';
}

/** @returns the advised day; 0 is tomorrow. */
export function adviseDay(rule: AdviceRule, mid: readonly number[], sunday: number): number {
  return rule === 'sunday' ? sunday : mid.indexOf(Math.min(...mid));
}
