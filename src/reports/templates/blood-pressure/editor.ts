import { IconHeartbeat } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { loadPatiently } from '@/messages/load-patiently';
import type { TemplateEditor } from '../editor-definition';
import { BLOOD_PRESSURE_CLASS } from './class';
import type { BloodPressureDraft } from './schema';
import { unusualReadings } from './unusual-readings';

/** The blood-pressure form as a doctor sees it. */
export const bloodPressureEditor: TemplateEditor<BloodPressureDraft> = {
  title: 'templates.bloodPressure.title',
  class: BLOOD_PRESSURE_CLASS,
  icon: IconHeartbeat,
  summary: 'templates.bloodPressure.summary',
  unusual: unusualReadings,
  loadSchema: async () => (await import('./schema')).bloodPressureSchema,
  Fields: dynamic(async () => (await loadPatiently(() => import('./fields'))).BloodPressureFields),
};
