import { formatDay, formatMoment } from '@/reports/documents/format-time';
import { assessVisit } from './assess-visit';
import type { BloodPressureForm } from './blood-pressure';
import type { Covid19Form } from './covid-19';
import {
  COLLECTION_LABELS,
  REASON_LABELS,
  resultOption,
  SPECIMEN_OPTIONS,
  SYMPTOM_OPTIONS,
  TEST_TYPE_OPTIONS,
} from './covid-19-options';

/** One line of a report as a person reads it. */
export interface Row {
  /** Dotted path of the form field it comes from. */
  field: string;
  label: string;
  value: string;
  /** What a reader looks for first. */
  prominent?: true;
}

/** The test information of a blood-pressure form, without the remarks. */
export function describeBloodPressure(form: BloodPressureForm): Row[] {
  const { mean, esh, accAha } = assessVisit(form.measurements);
  const reading = (letter: 'a' | 'b' | 'c'): Row => {
    const { systolic, diastolic, pulse } = form.measurements[letter];
    return {
      field: `measurements.${letter}`,
      label: `Measurement ${letter.toUpperCase()}`,
      value: `${systolic}/${diastolic} mmHg${pulse === null ? '' : `, pulse ${pulse}/min`}`,
    };
  };
  return [
    { field: 'date', label: 'Date of examination', value: formatDay(form.date) },
    reading('a'),
    reading('b'),
    reading('c'),
    {
      field: 'measurements',
      label: 'Mean (B and C)',
      value: `${mean.systolic}/${mean.diastolic} mmHg`,
      prominent: true,
    },
    {
      field: 'measurements',
      label: 'ESH 2023, by this visit’s readings',
      value: esh.label,
      prominent: true,
    },
    {
      field: 'measurements',
      label: 'ACC/AHA 2017, by this visit’s readings',
      value: accAha.label,
      prominent: true,
    },
    { field: 'medication', label: 'Medication', value: form.medication || 'None stated' },
  ];
}

/** The test information of a COVID-19 form, without the remarks. */
export function describeCovid19(form: Covid19Form): Row[] {
  const symptoms = form.symptoms.map((symptom) => SYMPTOM_OPTIONS[symptom].label);
  if (form.otherSymptoms !== '') symptoms.push(form.otherSymptoms);
  return [
    { field: 'date', label: 'Date of examination', value: formatDay(form.date) },
    { field: 'collectedAt', label: 'Specimen collected', value: formatMoment(form.collectedAt) },
    { field: 'specimen', label: 'Specimen', value: SPECIMEN_OPTIONS[form.specimen].label },
    { field: 'collection', label: 'Collection', value: COLLECTION_LABELS[form.collection] },
    {
      field: 'result',
      label: 'Result',
      value: resultOption(form.testType, form.result).label,
      prominent: true,
    },
    {
      field: 'testType',
      label: 'Type of test',
      value: `COVID-19, ${TEST_TYPE_OPTIONS[form.testType].label}`,
      prominent: true,
    },
    {
      field: form.reason === 'other' ? 'otherReason' : 'reason',
      label: 'Reason for testing',
      value: form.reason === 'other' ? form.otherReason : REASON_LABELS[form.reason],
    },
    {
      field: form.otherSymptoms === '' ? 'symptoms' : 'otherSymptoms',
      label: 'Symptoms',
      value: symptoms.join(', '),
    },
  ];
}
