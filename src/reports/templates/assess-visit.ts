import {
  accAhaCategory,
  eshCategory,
  MEAN_RULE,
  meanPressure,
  needsActionAtOnce,
  type AccAhaCode,
  type Category,
  type EshCode,
  type Pressure,
  type Readings,
} from './blood-pressure-category';

/** What a reading that needsActionAtOnce calls for, wherever it is shown. */
export const ACT_AT_ONCE =
  'A reading above 180 mmHg systolic or 120 mmHg diastolic calls for assessment at once (ACC/AHA 2017).';

/** What one visit's readings say, and what they do not. */
export interface VisitAssessment {
  mean: Pressure;
  rule: string;
  esh: Category<EshCode>;
  accAha: Category<AccAhaCode>;
  /** Some reading calls for assessment at once. */
  actAtOnce: boolean;
  /** Whole sentences, the most urgent first. */
  notes: string[];
}

/** ESC 2024 (McEvoy et al., section 5): more readings when these differ by more than this, in mmHg. */
const MAX_DIFFERENCE = 10;

/** Takes the mean of a visit's readings and places it in both guidelines. */
export function assessVisit(readings: Readings): VisitAssessment {
  const all = [readings.a, readings.b, readings.c];
  const mean = meanPressure(readings);
  const esh = eshCategory(mean);
  const actAtOnce = [mean, ...all].some(needsActionAtOnce);
  const notes: string[] = [];
  if (actAtOnce) {
    notes.push(ACT_AT_ONCE);
  }
  if (spread(all, 'systolic') > MAX_DIFFERENCE || spread(all, 'diastolic') > MAX_DIFFERENCE) {
    notes.push(
      `The readings differ by more than ${MAX_DIFFERENCE} mmHg; ESC 2024 advises further readings.`,
    );
  }
  notes.push(byThisVisit(esh.code));
  return { mean, rule: MEAN_RULE, esh, accAha: accAhaCategory(mean), actAtOnce, notes };
}

function spread(readings: Pressure[], side: keyof Pressure): number {
  const values = readings.map((reading) => reading[side]);
  return Math.max(...values) - Math.min(...values);
}

/** ESH 2023 asks for a second visit before the word hypertension is a diagnosis, except in grade 3. */
function byThisVisit(code: EshCode): string {
  const stated = 'The categories are by this visit’s readings.';
  return code === 'grade-3' ? stated : `${stated} One visit is not a diagnosis.`;
}
