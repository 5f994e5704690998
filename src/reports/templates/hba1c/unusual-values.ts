import type { Sentence } from '@/messages/translator';
import { isUnusuallyOld } from '../unusually-old';
import { completeValues, type TypedValues } from './complete-values';
import { ngspOf } from './units';

/** mmol/mol outside which (4 % and 15 %) the NIDDK advises to think of a haemoglobin variant. */
const USUAL = { min: 20, max: 140 };

interface Moments {
  date: string;
  collectedAt: string;
}

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualValues(draft: Moments & { values: TypedValues }): Sentence[] {
  return unusualOf(draft, completeValues(draft.values)?.result ?? null);
}

/** The same of a value that is known in mmol/mol; null while it is not. */
export function unusualOf({ date, collectedAt }: Moments, ifcc: number | null): Sentence[] {
  const sentences: Sentence[] = [];
  if (isUnusuallyOld(date)) sentences.push((t) => t('templates.fields.oldExamination'));
  if (isUnusuallyOld(collectedAt)) sentences.push((t) => t('templates.fields.oldSpecimen'));
  if (ifcc !== null && (ifcc < USUAL.min || ifcc > USUAL.max)) {
    sentences.push((t) => t('templates.hba1c.rare', { ifcc, ngsp: ngspOf(ifcc) }));
  }
  return sentences;
}
