import type { Translate } from '@/messages/translator';
import { assessVisit, MEAN_RULE } from '@/reports/templates/blood-pressure/assess-visit';
import { eshLabel } from '@/reports/templates/blood-pressure/categories';
import type { BloodPressureContent } from '@/reports/templates/blood-pressure/content';

/** What a page shows of three readings (mmHg). @param t the language of the document's words */
export function bloodPressureContent(
  readings: Record<'a' | 'b' | 'c', { systolic: number; diastolic: number }>,
  t: Translate,
): BloodPressureContent {
  const { mean, esh, notes } = assessVisit(readings);
  return {
    kind: 'BLOOD_PRESSURE',
    mean,
    rule: MEAN_RULE(t),
    category: esh.code,
    categoryWord: eshLabel(esh, t),
    guidelines: [],
    readings: Object.entries(readings).map(([name, reading]) => ({
      name,
      ...reading,
      pulse: null,
    })),
    takenOn: '2026-03-04',
    medication: '',
    notes: notes.map((note) => note(t)).join(' '),
  };
}
