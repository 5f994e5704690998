import type { Translate } from '@/messages/translator';
import { drawAlert, drawNotes } from '../../pdf/notes';
import type { Part, Sheet } from '../../pdf/sheet';
import { assessVisit, MEAN_RULE } from './assess-visit';
import { drawPressureChart } from './pdf-chart';
import type { BloodPressureForm } from './schema';

/** Draws an alert where a reading calls for one, the chart, the rule of the mean and the notes. */
export function drawBloodPressure(
  sheet: Sheet,
  part: Part,
  { measurements }: BloodPressureForm,
  t: Translate,
): void {
  const { actAtOnce, notes } = assessVisit(measurements);
  const [first = '', ...others] = notes.map((note) => note(t));
  if (actAtOnce) drawAlert(sheet, part, first);
  drawPressureChart(sheet, part, measurements, t);
  drawNotes(sheet, part, [
    t('templates.bloodPressure.rule', { rule: MEAN_RULE(t) }),
    ...(actAtOnce ? others : [first, ...others]),
  ]);
}
