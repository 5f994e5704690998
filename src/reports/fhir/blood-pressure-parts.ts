import type {
  CompositionSection,
  MedicationStatement,
  Observation,
  ObservationComponent,
  Quantity,
} from '@medplum/fhirtypes';
import { loinc, type Coding } from './coding';
import type { ReportDocument } from '@/reports/documents/report-document';
import { assessVisit } from '../templates/assess-visit';
import type { BloodPressureForm } from '../templates/blood-pressure';
import type { Pressure } from '../templates/blood-pressure-category';
import {
  concept,
  hl7,
  observationCategory,
  refTo,
  type Part,
  type TestParts,
} from './bundle-frame';
import { textNarrative } from './narrative';

const PANEL = loinc('85354-9', 'Blood pressure panel with all children optional');
const SYSTOLIC = loinc('8480-6', 'Systolic blood pressure');
const DIASTOLIC = loinc('8462-4', 'Diastolic blood pressure');
const MEAN_PANEL = loinc('96607-7', 'Blood pressure panel mean systolic and mean diastolic');
const MEAN_SYSTOLIC = loinc('96608-5', 'Systolic blood pressure mean');
const MEAN_DIASTOLIC = loinc('96609-3', 'Diastolic blood pressure mean');
const HEART_RATE = loinc('8867-4', 'Heart rate');
const MEDICATION = loinc('10160-0', 'History of Medication use Narrative');
const VITAL_SIGNS = loinc('8716-3', 'Vital signs note');
const LETTERS = ['a', 'b', 'c'] as const;

/** What a blood-pressure form contributes: a panel for each reading, its pulse, and the mean. */
export function bloodPressureParts(document: ReportDocument, form: BloodPressureForm): TestParts {
  const readings = LETTERS.flatMap((letter) => readingParts(document, form, letter));
  const mean = { role: 'mean', resource: meanObservation(document, form) };
  return {
    documentType: VITAL_SIGNS,
    sectionType: VITAL_SIGNS,
    code: concept('Blood pressure, three readings', PANEL),
    service: hl7('v2-0074', 'OTH', 'Other'),
    effective: form.date,
    parts: [...readings, mean, ...medicationParts(document, form)],
    results: [...readings, mean].map(({ role }) => role),
    conclusion: assessVisit(form.measurements).notes.join(' '),
    sections: medicationSections(document, form),
  };
}

function readingParts(
  document: ReportDocument,
  form: BloodPressureForm,
  letter: (typeof LETTERS)[number],
): Part[] {
  const { pulse, ...pressure } = form.measurements[letter];
  const name = `Measurement ${letter.toUpperCase()}`;
  const panel: Observation = {
    ...vitalSign(document, form),
    meta: { profile: ['http://hl7.org/fhir/StructureDefinition/bp'] },
    code: concept(`Blood pressure, ${name}`, PANEL),
    component: components(pressure, SYSTOLIC, DIASTOLIC),
  };
  const parts: Part[] = [{ role: `reading-${letter}`, resource: panel }];
  if (pulse !== null) {
    const heartRate: Observation = {
      ...vitalSign(document, form),
      meta: { profile: ['http://hl7.org/fhir/StructureDefinition/heartrate'] },
      code: concept(`Pulse, ${name}`, HEART_RATE),
      valueQuantity: quantity(pulse, 'beats/minute', '/min'),
    };
    parts.push({ role: `pulse-${letter}`, resource: heartRate });
  }
  return parts;
}

function meanObservation(document: ReportDocument, form: BloodPressureForm): Observation {
  const { mean, rule, esh, accAha } = assessVisit(form.measurements);
  return {
    ...vitalSign(document, form),
    code: concept('Mean blood pressure of the visit', MEAN_PANEL),
    method: { text: rule },
    component: components(mean, MEAN_SYSTOLIC, MEAN_DIASTOLIC),
    derivedFrom: [refTo(document, 'reading-b'), refTo(document, 'reading-c')],
    interpretation: [
      { text: `ESH 2023: ${esh.label}, by this visit’s readings` },
      { text: `ACC/AHA 2017: ${accAha.label}, by this visit’s readings` },
    ],
  };
}

/** What all vital signs of the visit have in common. */
function vitalSign(document: ReportDocument, form: BloodPressureForm) {
  return {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    category: observationCategory('vital-signs'),
    subject: refTo(document, 'patient'),
    effectiveDateTime: form.date,
    performer: [refTo(document, 'practitioner')],
  } satisfies Partial<Observation>;
}

function components(
  { systolic, diastolic }: Pressure,
  systolicCode: Coding,
  diastolicCode: Coding,
): ObservationComponent[] {
  return [
    {
      code: concept('Systolic', systolicCode),
      valueQuantity: quantity(systolic, 'mmHg', 'mm[Hg]'),
    },
    {
      code: concept('Diastolic', diastolicCode),
      valueQuantity: quantity(diastolic, 'mmHg', 'mm[Hg]'),
    },
  ];
}

/** @param code UCUM */
function quantity(value: number, unit: string, code: string): Quantity {
  return { value, unit, system: 'http://unitsofmeasure.org', code };
}

function medicationParts(document: ReportDocument, form: BloodPressureForm): Part[] {
  if (form.medication === '') return [];
  const resource: MedicationStatement = {
    resourceType: 'MedicationStatement',
    // The form does not ask whether it is being taken now.
    status: 'unknown',
    medicationCodeableConcept: { text: form.medication },
    subject: refTo(document, 'patient'),
    dateAsserted: form.date,
    informationSource: refTo(document, 'practitioner'),
  };
  return [{ role: 'medication', resource }];
}

function medicationSections(
  document: ReportDocument,
  form: BloodPressureForm,
): CompositionSection[] {
  if (form.medication === '') return [];
  return [
    {
      title: 'Medication',
      code: concept('Medication', MEDICATION),
      text: textNarrative(form.medication),
      entry: [refTo(document, 'medication')],
    },
  ];
}
