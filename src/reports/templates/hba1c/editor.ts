import { IconDroplet } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { loadPatiently } from '@/messages/load-patiently';
import type { TemplateEditor } from '../editor-definition';
import { HBA1C_CLASS } from './class';
import type { Hba1cDraft } from './schema';
import { unusualValues } from './unusual-values';

/** The HbA1c form as a doctor sees it. */
export const hba1cEditor: TemplateEditor<Hba1cDraft> = {
  title: 'templates.hba1c.title',
  class: HBA1C_CLASS,
  icon: IconDroplet,
  summary: 'templates.hba1c.summary',
  unusual: unusualValues,
  loadSchema: async () => (await import('./schema')).hba1cSchema,
  Fields: dynamic(async () => (await loadPatiently(() => import('./fields'))).Hba1cFields),
};
