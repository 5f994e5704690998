import type { UseFormReturnType } from '@mantine/form';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { MessageKey } from '@/messages/translator';
import { bloodPressureEditor } from './blood-pressure/editor';
import { covid19Editor } from './covid-19/editor';
import type { CommonForm, TemplateForm } from './define-template';
import { hba1cEditor } from './hba1c/editor';
import type { Drafts, Forms } from './templates';

/** What a doctor chooses and fills in. */
export interface TemplateEditor<
  Form extends CommonForm,
  Draft extends CommonForm,
> extends TemplateForm<Form, Draft> {
  icon: Icon;
  /** The key of one sentence about what the form asks for. */
  summary: Extract<MessageKey, `templates.${string}.summary`>;
  /** The fields of this template alone. */
  Fields: ComponentType<{ form: UseFormReturnType<Draft> }>;
}

/** Every kind of report, for the browser of whoever writes one, in the order in which they are offered. */
export const TEMPLATE_EDITORS: {
  readonly [K in ReportTemplate]: TemplateEditor<Forms[K], Drafts[K]>;
} = {
  BLOOD_PRESSURE: bloodPressureEditor,
  COVID_19: covid19Editor,
  HBA1C: hba1cEditor,
};
