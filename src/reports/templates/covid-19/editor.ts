import { IconVirus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { loadPatiently } from '@/messages/load-patiently';
import type { TemplateEditor } from '../editor-definition';
import { COVID19_CLASS } from './class';
import type { Covid19Draft } from './schema';
import { unusualDetails } from './unusual-details';

/** The COVID-19 form as a doctor sees it. */
export const covid19Editor: TemplateEditor<Covid19Draft> = {
  title: 'templates.covid19.title',
  class: COVID19_CLASS,
  icon: IconVirus,
  summary: 'templates.covid19.summary',
  unusual: unusualDetails,
  loadSchema: async () => (await import('./schema')).covid19Schema,
  Fields: dynamic(async () => (await loadPatiently(() => import('./fields'))).Covid19Fields),
};
