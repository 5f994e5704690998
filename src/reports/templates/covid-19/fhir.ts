import type { Observation, Specimen } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import type { ReportFrame } from '@/reports/frame/report-frame';
import {
  concept,
  observationCategory,
  refTo,
  type Part,
  type TestParts,
} from '../../fhir/bundle-frame';
import { loinc } from '../../fhir/coding';
import { rowsNarrative } from '../../fhir/narrative';
import { reasonOf } from './describe';
import {
  resultOption,
  SPECIMEN_CODINGS,
  SYMPTOM_CODINGS,
  TEST_TYPE_OPTIONS,
  testCodings,
} from './options';
import type { Covid19Form } from './schema';

const REASON = loinc('29299-5', 'Reason for visit Narrative');
const SYMPTOM = loinc('75325-1', 'Symptom');

/** What a COVID-19 form contributes: the specimen, the result, the reason and the symptoms. */
export function covid19ToFhir(frame: ReportFrame, form: Covid19Form, t: Translate): TestParts {
  const reason = { role: 'reason', resource: reasonObservation(frame, form, t) };
  const circumstances = [reason, ...symptomParts(frame, form, t)];
  const title = t('templates.covid19.reasonAndSymptoms');
  return {
    code: testConcept(form, t),
    effective: form.collectedAt,
    parts: [
      { role: 'specimen', resource: specimen(frame, form, t) },
      { role: 'result', resource: resultObservation(frame, form, t) },
      ...circumstances,
    ],
    results: ['result'],
    specimen: 'specimen',
    sections: [
      {
        title,
        code: concept(title, REASON),
        text: rowsNarrative(
          circumstances.map(({ resource }) => ({
            label: resource.code.text ?? '',
            value: resource.valueCodeableConcept?.text ?? '',
          })),
          frame.locale,
        ),
        entry: circumstances.map(({ role }) => refTo(frame, role)),
      },
    ],
  };
}

function testConcept({ testType, specimen }: Covid19Form, t: Translate) {
  const type = t(`templates.covid19.testType.${testType}`);
  return concept(t('templates.covid19.testName', { type }), ...testCodings(testType, specimen));
}

function specimen(frame: ReportFrame, form: Covid19Form, t: Translate): Specimen {
  return {
    resourceType: 'Specimen',
    type: concept(
      t(`templates.covid19.specimen.${form.specimen}`),
      SPECIMEN_CODINGS[form.specimen],
    ),
    subject: refTo(frame, 'patient'),
    collection: { collectedDateTime: form.collectedAt },
    note: [{ text: t(`templates.covid19.collection.${form.collection}`) }],
  };
}

function resultObservation(frame: ReportFrame, form: Covid19Form, t: Translate): Observation {
  const { word, coding } = resultOption(form.testType, form.result);
  const { method, methodCoding } = TEST_TYPE_OPTIONS[form.testType];
  const methodText = t(`templates.covid19.method.${method}`);
  return {
    ...observation(frame),
    category: observationCategory('laboratory'),
    code: testConcept(form, t),
    effectiveDateTime: form.collectedAt,
    valueCodeableConcept: concept(t(`templates.covid19.result.${word}`), coding),
    method: methodCoding === undefined ? concept(methodText) : concept(methodText, methodCoding),
    specimen: refTo(frame, 'specimen'),
  };
}

function reasonObservation(frame: ReportFrame, form: Covid19Form, t: Translate): Observation {
  return {
    ...observation(frame),
    // Stated by the patient.
    category: observationCategory('survey'),
    code: concept(t('templates.covid19.reasonForTesting')),
    effectiveDateTime: form.date,
    valueCodeableConcept: { text: reasonOf(form, t) },
  };
}

function symptomParts(
  frame: ReportFrame,
  form: Covid19Form,
  t: Translate,
): (Part & { resource: Observation })[] {
  const concepts = form.symptoms.map((symptom) =>
    concept(t(`templates.covid19.symptom.${symptom}`), SYMPTOM_CODINGS[symptom]),
  );
  if (form.otherSymptoms !== '') concepts.push({ text: form.otherSymptoms });
  return concepts.map((valueCodeableConcept, at) => ({
    role: `symptom-${at + 1}`,
    resource: {
      ...observation(frame),
      category: observationCategory('survey'),
      code: concept(t('templates.covid19.symptomLabel'), SYMPTOM),
      effectiveDateTime: form.date,
      valueCodeableConcept,
    },
  }));
}

/** What all Observations of the test have in common. */
function observation(frame: ReportFrame) {
  return {
    resourceType: 'Observation',
    status: frame.preview ? 'preliminary' : 'final',
    subject: refTo(frame, 'patient'),
    performer: [refTo(frame, 'practitioner')],
  } satisfies Partial<Observation>;
}
