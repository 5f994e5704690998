import { HORIZON } from '@/forecast/models/model';
import { at } from '@/forecast/series/at';
import { mean } from '@/forecast/series/weekday-profile';

/** How strongly a candidate that saved more counts more, per origin. */
const RATE = 1;
/** Votes weigh by this power of the weight: of those that did well of late, the best decide. */
const EMPHASIS = 2;
/** Share of the weight that is spread evenly each day: what was good half a year ago is forgotten. */
const SHARED = 0.01;
/** Savings beyond this share of the week's mean count no more: one panic shall not decide for months. */
const MOST_GAIN = 0.5;
/** A day that was advised stays so until another has so much more of the votes: the advice does not flicker. */
const LEAD = 0.1;

/** Whether the chosen day is the next Sunday, the oldest of the rules of thumb, or another one. */
export type AdviceRule = 'model' | 'sunday';

/** The day chosen at one origin. */
export interface DayChoice {
  /** 0 is tomorrow. */
  day: number;
  /** How much each candidate counted; they sum to 1. */
  weights: readonly number[];
}

/**
 * Chooses a day, origin after origin, by a vote of candidates. A candidate's vote weighs more the more its days have
 * saved, and weights are shared a little each day, so that a change of the market is followed within weeks: the
 * fixed-share forecaster of Herbster and Warmuth 1998 (Tracking the Best Expert), as a weighted majority.
 * Nothing is used that had not settled.
 * @param choices The day that each candidate names, by origin, oldest first; undefined where it names none.
 * @param actualAt The seven log prices after the origin of that index, or undefined if not known yet.
 * @param habitAt A day so plainly the cheapest that it outweighs all votes, if there is one (`clearHabit`).
 */
export function walkChoices(
  choices: readonly (readonly (number | undefined)[] | undefined)[],
  actualAt: (index: number) => readonly number[] | undefined,
  habitAt: (index: number) => number | undefined = () => undefined,
): (DayChoice | undefined)[] {
  const count = choices.find((one) => one !== undefined)?.length ?? 0;
  let weights = Array<number>(count).fill(1 / count);
  let advised: number | undefined;
  return choices.map((named, index) => {
    const settled = choices[index - HORIZON];
    const actual = settled && actualAt(index - HORIZON);
    if (actual) weights = reweigh(weights, settled, actual);
    if (!named) return undefined;
    const votes = votesOf(weights, named);
    const habit = habitAt(index);
    if (habit !== undefined) votes[habit] = at(votes, habit) + 1;
    const best = votes.indexOf(Math.max(...votes));
    const kept = advised === undefined ? undefined : advised - index - 1;
    const stays = kept !== undefined && (votes[kept] ?? -1) + LEAD >= at(votes, best);
    const day = stays ? kept : best;
    advised = index + 1 + day;
    return { day, weights };
  });
}

function reweigh(
  weights: readonly number[],
  named: readonly (number | undefined)[],
  actual: readonly number[],
): number[] {
  const prices = actual.map((log) => Math.exp(log));
  const average = mean(prices);
  const raw = weights.map((weight, which) => {
    const day = named[which];
    // A candidate that named no day is neither better nor worse.
    const gain = day === undefined ? 0 : 1 - at(prices, day) / average;
    return weight * Math.exp(RATE * Math.max(-MOST_GAIN, Math.min(MOST_GAIN, gain)));
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => ((1 - SHARED) * weight) / total + SHARED / raw.length);
}

function votesOf(weights: readonly number[], named: readonly (number | undefined)[]): number[] {
  const votes = Array<number>(HORIZON).fill(0);
  const powers = weights.map((weight) => weight ** EMPHASIS);
  const total = powers.reduce((sum, power) => sum + power, 0);
  named.forEach((day, which) => {
    if (day !== undefined) votes[day] = at(votes, day) + at(powers, which) / total;
  });
  return votes;
}
