import type { ReportTemplate } from '@/generated/prisma/enums';
import { bloodPressureEditor } from './blood-pressure/editor';
import { covid19Editor } from './covid-19/editor';
import type { TemplateEditor } from './editor-definition';
import { hba1cEditor } from './hba1c/editor';
import type { Drafts } from './templates';

/** Every kind of report, for the browser of a doctor who writes one, in the order in which they are offered. */
export const TEMPLATE_EDITORS: {
  readonly [K in ReportTemplate]: TemplateEditor<Drafts[K]>;
} = {
  BLOOD_PRESSURE: bloodPressureEditor,
  COVID_19: covid19Editor,
  HBA1C: hba1cEditor,
};
