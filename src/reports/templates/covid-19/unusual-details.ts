import type { Sentence } from '@/messages/translator';
import { isUnusuallyOld } from '../unusually-old';

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualDetails(draft: {
  date: string;
  collectedAt: string;
  reason: string;
  symptoms: readonly string[];
}): Sentence[] {
  const sentences: Sentence[] = [];
  if (isUnusuallyOld(draft.date)) sentences.push((t) => t('templates.fields.oldExamination'));
  if (isUnusuallyOld(draft.collectedAt)) {
    sentences.push((t) => t('templates.fields.oldSpecimen'));
  }
  if (draft.reason === 'symptoms' && draft.symptoms.includes('none')) {
    sentences.push((t) => t('templates.covid19.symptomsButNone'));
  }
  return sentences;
}
