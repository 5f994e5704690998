import type { DataClass } from '@/audit/policy/data-class';
import type { UseFormReturnType } from '@mantine/form';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import type { MessageKey } from '@/messages/translator';
import type { CommonForm, TemplateForm, TitleKey } from './define-template';

/** What a doctor chooses and fills in. What it holds itself comes with the page; the rest is loaded. */
export interface TemplateEditor<Draft extends CommonForm> extends Pick<
  TemplateForm<CommonForm, Draft>,
  'unusual'
> {
  title: TitleKey;
  /** How confidential this kind of report is at least. */
  class: DataClass;
  icon: Icon;
  /** The key of one sentence about what the form asks for. */
  summary: Extract<MessageKey, `templates.${string}.summary`>;
  /** Loads the schema of the complete form, when a field has been visited. */
  loadSchema: () => Promise<z.ZodType>;
  /** The fields of this template alone. */
  Fields: ComponentType<{ form: UseFormReturnType<Draft> }>;
}
