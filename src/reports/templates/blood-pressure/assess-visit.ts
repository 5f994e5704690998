import type { Sentence } from '@/messages/translator';
import {
  accAhaCategory,
  eshCategory,
  meanPressure,
  needsActionAtOnce,
  type AccAhaCode,
  type EshCategory,
  type EshCode,
  type Pressure,
  type Readings,
} from './categories';

/** What one visit's readings mean, and what they do not. */
export interface VisitAssessment {
  mean: Pressure;
  esh: EshCategory;
  accAha: AccAhaCode;
  /** Some reading calls for assessment at once. */
  actAtOnce: boolean;
  /** Whole sentences, the most urgent first. */
  notes: Sentence[];
}

/** What a reading that needsActionAtOnce calls for, wherever it is shown. */
export const ACT_AT_ONCE: Sentence = (t) => t('templates.bloodPressure.actAtOnceText');

/** The rule by which the mean is taken; printed wherever the mean is. */
export const MEAN_RULE: Sentence = (t) => t('templates.bloodPressure.meanRule');

/** ESC 2024 (McEvoy et al., section 5): more readings when these differ by more than this, in mmHg. */
const MAX_DIFFERENCE = 10;

/** Takes the mean of a visit's readings and places it in both guidelines. */
export function assessVisit(readings: Readings): VisitAssessment {
  const all = [readings.a, readings.b, readings.c];
  const mean = meanPressure(readings);
  const esh = eshCategory(mean);
  const actAtOnce = [mean, ...all].some(needsActionAtOnce);
  const notes: Sentence[] = [];
  if (actAtOnce) notes.push(ACT_AT_ONCE);
  if (spread(all, 'systolic') > MAX_DIFFERENCE || spread(all, 'diastolic') > MAX_DIFFERENCE) {
    notes.push((t) => t('templates.bloodPressure.readingsDiffer', { limit: MAX_DIFFERENCE }));
  }
  notes.push(byThisVisit(esh.code));
  return { mean, esh, accAha: accAhaCategory(mean), actAtOnce, notes };
}

function spread(readings: Pressure[], side: keyof Pressure): number {
  const values = readings.map((reading) => reading[side]);
  return Math.max(...values) - Math.min(...values);
}

/** ESH 2023 asks for a second visit before the word hypertension is a diagnosis, except in grade 3. */
function byThisVisit(code: EshCode): Sentence {
  return code === 'grade-3'
    ? (t) => t('templates.bloodPressure.byThisVisit')
    : (t) => t('templates.bloodPressure.oneVisitIsNoDiagnosis');
}
