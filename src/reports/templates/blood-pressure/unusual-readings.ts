import type { Sentence } from '@/messages/translator';
import { isUnusuallyOld } from '../unusually-old';
import { completeReading, partsOf } from './complete-readings';
import { unusualReading } from './unusual-reading';

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualReadings(draft: { date: string; measurements: unknown }): Sentence[] {
  const sentences: Sentence[] = [];
  if (isUnusuallyOld(draft.date)) sentences.push((t) => t('templates.fields.oldExamination'));
  const typed = partsOf(draft.measurements);
  for (const letter of ['a', 'b', 'c'] as const) {
    const reading = completeReading(typed[letter]);
    if (reading !== null) sentences.push(...unusualReading(letter.toUpperCase(), reading));
  }
  return sentences;
}
