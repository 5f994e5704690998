import { at } from '../series/at';
import { mean } from '../series/weekday-profile';

/** The rule that says which day to wait for. */
export type AdviceRule = 'model' | 'sunday';

/** What both rules would have advised on a day of the past, and what it would have cost. */
export interface SettledAdvice {
  model: number;
  sunday: number;
  /** Log prices of the seven days that followed. */
  actual: readonly number[];
}

/** Origins over which the rules are compared. */
const MEMORY = 180;
/** The model must beat the simple rule by this share of the price before it is trusted over it … */
const LEAD = 0.01;
/** … or foretell that another day is this much cheaper (in logs) than Sunday. */
const SURE = 0.15;

/** Which rule did better of late: the model must earn its place. */
export function chooseRule(settled: readonly SettledAdvice[]): AdviceRule {
  const recent = settled.slice(-MEMORY);
  if (recent.length === 0) return 'sunday';
  const saving = (rule: AdviceRule): number =>
    mean(
      recent.map((past) => {
        const prices = past.actual.map((log) => Math.exp(log));
        return 1 - at(prices, past[rule]) / mean(prices);
      }),
    );
  return saving('model') > saving('sunday') + LEAD ? 'model' : 'sunday';
}

/** @returns the advised day; 0 is tomorrow. */
export function adviseDay(rule: AdviceRule, mid: readonly number[], sunday: number): number {
  const cheapest = mid.indexOf(Math.min(...mid));
  if (rule === 'model') return cheapest;
  return at(mid, sunday) - at(mid, cheapest) > SURE ? cheapest : sunday;
}
