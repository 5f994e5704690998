import { IconDroplet } from '@tabler/icons-react';
import type { TemplateEditor } from '../editor-definition';
import { Hba1cFields } from './fields';
import { hba1cForm, type Hba1cDraft, type Hba1cForm } from './schema';

/** The HbA1c form as a doctor sees it. */
export const hba1cEditor: TemplateEditor<Hba1cForm, Hba1cDraft> = {
  ...hba1cForm,
  icon: IconDroplet,
  summary: 'templates.hba1c.summary',
  Fields: Hba1cFields,
};
