import type { Translate } from '@/messages/translator';
import { formatDay } from '@/platform/time/format-time';
import type { Row } from '@/reports/frame/row';
import { assessVisit } from './assess-visit';
import { eshLabel } from './categories';
import type { BloodPressureForm } from './schema';

/** The test information of a blood-pressure form, without the remarks. */
export function describeBloodPressure(form: BloodPressureForm, t: Translate): Row[] {
  const { mean, esh, accAha } = assessVisit(form.measurements);
  const reading = (letter: 'a' | 'b' | 'c'): Row => {
    const { systolic, diastolic, pulse } = form.measurements[letter];
    return {
      field: `measurements.${letter}`,
      label: t('templates.bloodPressure.measurement', { letter: letter.toUpperCase() }),
      value:
        pulse === null
          ? t('templates.bloodPressure.pressure', { systolic, diastolic })
          : t('templates.bloodPressure.pressureAndPulse', { systolic, diastolic, pulse }),
    };
  };
  return [
    { field: 'date', label: t('templates.fields.examined'), value: formatDay(form.date, t) },
    reading('a'),
    reading('b'),
    reading('c'),
    {
      field: 'measurements',
      label: t('templates.bloodPressure.meanOfBAndC'),
      value: t('templates.bloodPressure.pressure', { ...mean }),
      prominent: true,
    },
    {
      field: 'measurements',
      label: t('templates.bloodPressure.eshByThisVisit'),
      value: eshLabel(esh, t),
      prominent: true,
    },
    {
      field: 'measurements',
      label: t('templates.bloodPressure.accAhaByThisVisit'),
      value: t(`templates.bloodPressure.accAha.${accAha}`),
      prominent: true,
    },
    {
      field: 'medication',
      label: t('templates.bloodPressure.medication'),
      value: form.medication || t('templates.bloodPressure.noneStated'),
    },
  ];
}
