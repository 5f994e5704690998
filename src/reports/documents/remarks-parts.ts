import type { Observation } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import { loinc } from '@/reports/fhir/coding';
import type { ReportDocument } from './report-document';
import { concept, observationCategory, refTo, type Part } from '@/reports/fhir/bundle-frame';

/** What the remarks are, as a section and as an Observation. */
export const REMARKS = loinc('48767-8', 'Annotation comment [Interpretation] Narrative');

/** The doctor's remarks as they were typed: a narrative alone would have to be parsed back from XHTML. */
export function remarksParts(document: ReportDocument, t: Translate): Part[] {
  const { date, remarks } = document.form;
  if (remarks === '') return [];
  const resource: Observation = {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    category: observationCategory('exam'),
    code: concept(t('reports.fhir.remarks'), REMARKS),
    subject: refTo(document, 'patient'),
    effectiveDateTime: date,
    performer: [refTo(document, 'practitioner')],
    valueString: remarks,
  };
  return [{ role: 'remarks', resource }];
}
