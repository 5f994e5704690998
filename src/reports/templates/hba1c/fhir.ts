import type { Observation, Specimen } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import type { ReportFrame } from '@/reports/frame/report-frame';
import {
  concept,
  hl7,
  observationCategory,
  quantity,
  refTo,
  type TestParts,
} from '../../fhir/bundle-frame';
import { loinc } from '../../fhir/coding';
import { medicationParts, medicationSections } from '../../fhir/medication-parts';
import { adaCategory } from './category';
import type { Hba1cForm } from './schema';
import { SPECIMEN_CODINGS } from './specimens';
import { ngspOf } from './units';

const IFCC = loinc('59261-8', 'Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol');
const NGSP = loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood');
const TARGET = hl7('referencerange-meaning', 'therapeutic', 'Therapeutic Desired Level');

/** What an HbA1c form contributes: the specimen, the value in both units, the target, the treatment. */
export function hba1cToFhir(frame: ReportFrame, form: Hba1cForm, t: Translate): TestParts {
  const medication = form.treatment;
  return {
    // No code: each of the two names one unit, and LOINC has deprecated the panel of both, 55454-3.
    code: concept(t('templates.hba1c.name')),
    effective: form.collectedAt,
    parts: [
      { role: 'specimen', resource: specimen(frame, form, t) },
      { role: 'ifcc', resource: ifccObservation(frame, form, t) },
      { role: 'ngsp', resource: ngspObservation(frame, form, t) },
      ...medicationParts(frame, { date: form.date, medication }),
    ],
    results: ['ifcc', 'ngsp'],
    specimen: 'specimen',
    conclusion: t('templates.hba1c.oneTestIsNoDiagnosis'),
    sections: medicationSections(frame, { title: t('templates.hba1c.treatment'), medication }),
  };
}

function specimen(frame: ReportFrame, form: Hba1cForm, t: Translate): Specimen {
  return {
    resourceType: 'Specimen',
    type: concept(t(`templates.hba1c.specimen.${form.specimen}`), SPECIMEN_CODINGS[form.specimen]),
    subject: refTo(frame, 'patient'),
    collection: { collectedDateTime: form.collectedAt },
  };
}

function ifccObservation(frame: ReportFrame, form: Hba1cForm, t: Translate): Observation {
  const { result, target } = form.values;
  return {
    ...observation(frame, form),
    code: concept(t('templates.hba1c.byIfcc'), IFCC),
    valueQuantity: quantity(result, 'mmol/mol', 'mmol/mol'),
    interpretation: [{ text: t(`templates.hba1c.ada.${adaCategory(result)}`) }],
    ...(target !== null && {
      referenceRange: [
        {
          high: quantity(target, 'mmol/mol', 'mmol/mol'),
          type: concept(t('templates.hba1c.target'), TARGET),
        },
      ],
    }),
  };
}

function ngspObservation(frame: ReportFrame, form: Hba1cForm, t: Translate): Observation {
  return {
    ...observation(frame, form),
    code: concept(t('templates.hba1c.byNgsp'), NGSP),
    valueQuantity: quantity(ngspOf(form.values.result), '%', '%'),
    method: { text: t('templates.hba1c.equation') },
    derivedFrom: [refTo(frame, 'ifcc')],
  };
}

/** What both Observations of the test have in common. */
function observation(frame: ReportFrame, form: Hba1cForm) {
  return {
    resourceType: 'Observation',
    status: frame.preview ? 'preliminary' : 'final',
    category: observationCategory('laboratory'),
    subject: refTo(frame, 'patient'),
    effectiveDateTime: form.collectedAt,
    performer: [refTo(frame, 'practitioner')],
    specimen: refTo(frame, 'specimen'),
  } satisfies Partial<Observation>;
}
