import { IconHeartbeat } from '@tabler/icons-react';
import type { TemplateEditor } from '../editor-definition';
import { BloodPressureFields } from './fields';
import { bloodPressureForm, type BloodPressureDraft, type BloodPressureForm } from './schema';

/** The blood-pressure form as a doctor sees it. */
export const bloodPressureEditor: TemplateEditor<BloodPressureForm, BloodPressureDraft> = {
  ...bloodPressureForm,
  icon: IconHeartbeat,
  summary: 'templates.bloodPressure.summary',
  Fields: BloodPressureFields,
};
