import { IconVirus } from '@tabler/icons-react';
import type { TemplateEditor } from '../editor-definition';
import { Covid19Fields } from './fields';
import { covid19Form, type Covid19Draft, type Covid19Form } from './schema';

/** The COVID-19 form as a doctor sees it. */
export const covid19Editor: TemplateEditor<Covid19Form, Covid19Draft> = {
  ...covid19Form,
  icon: IconVirus,
  summary: 'templates.covid19.summary',
  Fields: Covid19Fields,
};
