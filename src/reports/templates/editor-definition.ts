import type { UseFormReturnType } from '@mantine/form';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MessageKey } from '@/messages/translator';
import type { CommonForm, TemplateForm } from './define-template';

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
