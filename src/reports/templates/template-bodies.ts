import type { ComponentType } from 'react';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { ReportContent } from '../content/report-content';
import { BloodPressureBody } from './blood-pressure/body';
import { Covid19Body } from './covid-19/body';
import { Hba1cBody } from './hba1c/body';
import type { Findings } from './template-contents';

/** What a template's part of the reading page gets. */
export interface BodyProps<F> {
  findings: F;
  /** Passport or identity number, for whoever compares the person with it. */
  identity: ReportContent['patient']['identity'];
}

/** Every kind of report, for the page of whoever reads one: a guest's phone loads no form. */
export const TEMPLATE_BODIES: {
  readonly [K in ReportTemplate]: ComponentType<BodyProps<Findings<K>>>;
} = {
  BLOOD_PRESSURE: BloodPressureBody,
  COVID_19: Covid19Body,
  HBA1C: Hba1cBody,
};
