import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import type { ReportFrame } from '@/reports/frame/report-frame';
import {
  concept,
  observationCategory,
  quantity,
  refTo,
  type Part,
  type TestParts,
} from '../../fhir/bundle-frame';
import { loinc, type Coding } from '../../fhir/coding';
import { medicationParts, medicationSections } from '../../fhir/medication-parts';
import { assessVisit, MEAN_RULE } from './assess-visit';
import { eshLabel, type Pressure } from './categories';
import type { BloodPressureForm } from './schema';

const PANEL = loinc('85354-9', 'Blood pressure panel with all children optional');
const SYSTOLIC = loinc('8480-6', 'Systolic blood pressure');
const DIASTOLIC = loinc('8462-4', 'Diastolic blood pressure');
const MEAN_PANEL = loinc('96607-7', 'Blood pressure panel mean systolic and mean diastolic');
const MEAN_SYSTOLIC = loinc('96608-5', 'Systolic blood pressure mean');
const MEAN_DIASTOLIC = loinc('96609-3', 'Diastolic blood pressure mean');
const HEART_RATE = loinc('8867-4', 'Heart rate');
const LETTERS = ['a', 'b', 'c'] as const;

/** What a blood-pressure form contributes: a panel for each reading, its pulse, and the mean. */
export function bloodPressureToFhir(
  frame: ReportFrame,
  form: BloodPressureForm,
  t: Translate,
): TestParts {
  const { medication } = form;
  const readings = LETTERS.flatMap((letter) => readingParts(frame, form, letter, t));
  const mean = { role: 'mean', resource: meanObservation(frame, form, t) };
  return {
    code: concept(t('templates.bloodPressure.threeReadings'), PANEL),
    effective: form.date,
    parts: [...readings, mean, ...medicationParts(frame, form)],
    results: [...readings, mean].map(({ role }) => role),
    conclusion: assessVisit(form.measurements)
      .notes.map((note) => note(t))
      .join(' '),
    sections: medicationSections(frame, {
      title: t('templates.bloodPressure.medication'),
      medication,
    }),
  };
}

function readingParts(
  frame: ReportFrame,
  form: BloodPressureForm,
  letter: (typeof LETTERS)[number],
  t: Translate,
): Part[] {
  const { pulse, ...pressure } = form.measurements[letter];
  const name = { letter: letter.toUpperCase() };
  const panel: Observation = {
    ...vitalSign(frame, form),
    meta: { profile: ['http://hl7.org/fhir/StructureDefinition/bp'] },
    code: concept(t('templates.bloodPressure.panelOf', name), PANEL),
    component: components(pressure, [SYSTOLIC, DIASTOLIC], t),
  };
  const parts: Part[] = [{ role: `reading-${letter}`, resource: panel }];
  if (pulse !== null) {
    const heartRate: Observation = {
      ...vitalSign(frame, form),
      meta: { profile: ['http://hl7.org/fhir/StructureDefinition/heartrate'] },
      code: concept(t('templates.bloodPressure.pulseOf', name), HEART_RATE),
      valueQuantity: quantity(pulse, 'beats/minute', '/min'),
    };
    parts.push({ role: `pulse-${letter}`, resource: heartRate });
  }
  return parts;
}

function meanObservation(frame: ReportFrame, form: BloodPressureForm, t: Translate): Observation {
  const { mean, esh, accAha } = assessVisit(form.measurements);
  return {
    ...vitalSign(frame, form),
    code: concept(t('templates.bloodPressure.meanOfVisit'), MEAN_PANEL),
    method: { text: MEAN_RULE(t) },
    component: components(mean, [MEAN_SYSTOLIC, MEAN_DIASTOLIC], t),
    derivedFrom: [refTo(frame, 'reading-b'), refTo(frame, 'reading-c')],
    interpretation: [
      { text: t('templates.bloodPressure.eshInterpretation', { category: eshLabel(esh, t) }) },
      {
        text: t('templates.bloodPressure.accAhaInterpretation', {
          category: t(`templates.bloodPressure.accAha.${accAha}`),
        }),
      },
    ],
  };
}

/** What all vital signs of the visit have in common. */
function vitalSign(frame: ReportFrame, form: BloodPressureForm) {
  return {
    resourceType: 'Observation',
    status: frame.preview ? 'preliminary' : 'final',
    category: observationCategory('vital-signs'),
    subject: refTo(frame, 'patient'),
    effectiveDateTime: form.date,
    performer: [refTo(frame, 'practitioner')],
  } satisfies Partial<Observation>;
}

function components(
  { systolic, diastolic }: Pressure,
  [systolicCode, diastolicCode]: readonly [Coding, Coding],
  t: Translate,
): ObservationComponent[] {
  return [
    {
      code: concept(t('templates.bloodPressure.systolic'), systolicCode),
      valueQuantity: quantity(systolic, 'mmHg', 'mm[Hg]'),
    },
    {
      code: concept(t('templates.bloodPressure.diastolic'), diastolicCode),
      valueQuantity: quantity(diastolic, 'mmHg', 'mm[Hg]'),
    },
  ];
}
