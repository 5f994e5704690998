import type { Translate } from '@/messages/translator';
import { formatDay, formatMoment } from '@/platform/time/format-time';
import type { Row } from '@/reports/frame/row';
import { resultOption } from './options';
import type { Covid19Form } from './schema';

/** The test information of a COVID-19 form, without the remarks. */
export function describeCovid19(form: Covid19Form, t: Translate): Row[] {
  const symptoms = form.symptoms.map((symptom) => t(`templates.covid19.symptom.${symptom}`));
  if (form.otherSymptoms !== '') symptoms.push(form.otherSymptoms);
  const { word } = resultOption(form.testType, form.result);
  return [
    { field: 'date', label: t('templates.fields.examined'), value: formatDay(form.date, t) },
    {
      field: 'collectedAt',
      label: t('templates.fields.collected'),
      value: formatMoment(form.collectedAt, t),
    },
    {
      field: 'specimen',
      label: t('templates.fields.specimen'),
      value: t(`templates.covid19.specimen.${form.specimen}`),
    },
    {
      field: 'collection',
      label: t('templates.covid19.collectionLabel'),
      value: t(`templates.covid19.collection.${form.collection}`),
    },
    {
      field: 'result',
      label: t('templates.fields.result'),
      value: t(`templates.covid19.result.${word}`),
      prominent: true,
    },
    {
      field: 'testType',
      label: t('templates.covid19.typeOfTest'),
      value: t('templates.covid19.testOfType', {
        type: t(`templates.covid19.testType.${form.testType}`),
      }),
      prominent: true,
    },
    {
      field: form.reason === 'other' ? 'otherReason' : 'reason',
      label: t('templates.covid19.reasonForTesting'),
      value: reasonOf(form, t),
    },
    {
      field: form.otherSymptoms === '' ? 'symptoms' : 'otherSymptoms',
      label: t('templates.covid19.symptoms'),
      value: symptoms.join(', '),
    },
  ];
}

/** Why the test was made, in words. */
export function reasonOf({ reason, otherReason }: Covid19Form, t: Translate): string {
  return reason === 'other' ? otherReason : t(`templates.covid19.reason.${reason}`);
}
