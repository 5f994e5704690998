import type { Observation, Specimen } from '@medplum/fhirtypes';
import { loinc } from './coding';
import type { ReportDocument } from '@/reports/documents/report-document';
import type { Covid19Form } from '../templates/covid-19';
import {
  COLLECTION_LABELS,
  REASON_LABELS,
  resultOption,
  SPECIMEN_OPTIONS,
  SYMPTOM_OPTIONS,
  TEST_TYPE_OPTIONS,
  testCodings,
} from '../templates/covid-19-options';
import {
  concept,
  hl7,
  observationCategory,
  refTo,
  type Part,
  type TestParts,
} from './bundle-frame';
import { rowsNarrative } from './narrative';

const RESULTS = loinc('30954-2', 'Relevant diagnostic tests/laboratory data note');
const REASON = loinc('29299-5', 'Reason for visit Narrative');
const SYMPTOM = loinc('75325-1', 'Symptom');

/** What a COVID-19 form contributes: the specimen, the result, the reason and the symptoms. */
export function covid19Parts(document: ReportDocument, form: Covid19Form): TestParts {
  const reason = { role: 'reason', resource: reasonObservation(document, form) };
  const symptoms = symptomParts(document, form);
  const circumstances = [reason, ...symptoms];
  return {
    documentType: loinc('11502-2', 'Laboratory report'),
    sectionType: RESULTS,
    code: testConcept(form),
    service: hl7('v2-0074', 'LAB', 'Laboratory'),
    effective: form.collectedAt,
    parts: [
      { role: 'specimen', resource: specimen(document, form) },
      { role: 'result', resource: resultObservation(document, form) },
      ...circumstances,
    ],
    results: ['result'],
    specimen: 'specimen',
    sections: [
      {
        title: 'Reason for testing and symptoms',
        code: concept('Reason for testing and symptoms', REASON),
        text: rowsNarrative(
          circumstances.map(({ resource }) => ({
            label: resource.code.text ?? '',
            value: resource.valueCodeableConcept?.text ?? '',
          })),
        ),
        entry: circumstances.map(({ role }) => refTo(document, role)),
      },
    ],
  };
}

function testConcept({ testType, specimen }: Covid19Form) {
  const name = `COVID-19 ${TEST_TYPE_OPTIONS[testType].label}`;
  return concept(name, ...testCodings(testType, specimen));
}

function specimen(document: ReportDocument, form: Covid19Form): Specimen {
  const { label, coding } = SPECIMEN_OPTIONS[form.specimen];
  return {
    resourceType: 'Specimen',
    type: concept(label, coding),
    subject: refTo(document, 'patient'),
    collection: { collectedDateTime: form.collectedAt },
    note: [{ text: COLLECTION_LABELS[form.collection] }],
  };
}

function resultObservation(document: ReportDocument, form: Covid19Form): Observation {
  const { label, coding } = resultOption(form.testType, form.result);
  const { method } = TEST_TYPE_OPTIONS[form.testType];
  return {
    ...observation(document),
    category: observationCategory('laboratory'),
    code: testConcept(form),
    effectiveDateTime: form.collectedAt,
    valueCodeableConcept: concept(label, coding),
    method:
      method.coding === undefined ? concept(method.text) : concept(method.text, method.coding),
    specimen: refTo(document, 'specimen'),
  };
}

function reasonObservation(document: ReportDocument, form: Covid19Form): Observation {
  const text = form.reason === 'other' ? form.otherReason : REASON_LABELS[form.reason];
  return {
    ...observation(document),
    // Stated by the patient.
    category: observationCategory('survey'),
    code: concept('Reason for testing'),
    effectiveDateTime: form.date,
    valueCodeableConcept: { text },
  };
}

function symptomParts(
  document: ReportDocument,
  form: Covid19Form,
): (Part & { resource: Observation })[] {
  const concepts = form.symptoms.map((symptom) => {
    const { label, coding } = SYMPTOM_OPTIONS[symptom];
    return concept(label, coding);
  });
  if (form.otherSymptoms !== '') concepts.push({ text: form.otherSymptoms });
  return concepts.map((valueCodeableConcept, at) => ({
    role: `symptom-${at + 1}`,
    resource: {
      ...observation(document),
      category: observationCategory('survey'),
      code: concept('Symptom', SYMPTOM),
      effectiveDateTime: form.date,
      valueCodeableConcept,
    },
  }));
}

/** What all Observations of the test have in common. */
function observation(document: ReportDocument) {
  return {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    subject: refTo(document, 'patient'),
    performer: [refTo(document, 'practitioner')],
  } satisfies Partial<Observation>;
}
