import type { ComponentType } from 'react';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { BloodPressureBody } from './blood-pressure/body';
import type { BodyProps } from './body-props';
import { Covid19Body } from './covid-19/body';
import { Hba1cBody } from './hba1c/body';
import type { Findings } from './template-contents';

/** Every kind of report, for the page of a reader: a guest's phone loads no form. */
export const TEMPLATE_BODIES: {
  readonly [K in ReportTemplate]: ComponentType<BodyProps<Findings<K>>>;
} = {
  BLOOD_PRESSURE: BloodPressureBody,
  COVID_19: Covid19Body,
  HBA1C: Hba1cBody,
};
