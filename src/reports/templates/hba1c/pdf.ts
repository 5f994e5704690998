import type { Translate } from '@/messages/translator';
import { drawNotes } from '../../pdf/notes';
import type { Part, Sheet } from '../../pdf/sheet';
import type { Hba1cForm } from './schema';

/** Draws how the percentage was computed and what one test does not mean. */
export function drawHba1c(sheet: Sheet, part: Part, _form: Hba1cForm, t: Translate): void {
  drawNotes(sheet, part, [
    t('templates.hba1c.rule', { rule: t('templates.hba1c.equation') }),
    t('templates.hba1c.oneTestIsNoDiagnosis'),
  ]);
}
