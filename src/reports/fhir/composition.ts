import type { Composition, CompositionSection } from '@medplum/fhirtypes';
import { loinc } from '../coding';
import { describePatient } from '../describe-people';
import { isoInZone } from '../format-time';
import type { ReportDocument } from '../report-document';
import { describeForm, TEMPLATES } from '../templates/templates';
import { concept, identifierSystem, refTo, type TestParts } from './bundle-frame';
import { rowsNarrative, textNarrative } from './narrative';

const REMARKS = loinc('48767-8', 'Annotation comment [Interpretation] Narrative');

/** The table of contents of the document: who wrote it about whom, and each section in words. */
export function composition(document: ReportDocument, test: TestParts): Composition {
  const practitioner = refTo(document, 'practitioner');
  const system = identifierSystem(document, 'report-code');
  const { code, preview, amendsCode, issuedAt } = document;
  return {
    resourceType: 'Composition',
    language: 'en',
    text: rowsNarrative([
      { label: TEMPLATES[document.template].title, value: code },
      { label: 'Patient', value: document.patient.name },
      { label: 'Doctor', value: document.doctor.name },
    ]),
    identifier: { system, value: code },
    status: preview ? 'preliminary' : 'final',
    type: concept(test.documentType.display, test.documentType),
    subject: refTo(document, 'patient'),
    date: isoInZone(issuedAt, document.timeZone),
    author: [practitioner],
    title: TEMPLATES[document.template].title,
    // HL7 v3 Confidentiality: restricted, as only those may read whom the patient has chosen.
    confidentiality: 'R',
    attester: [{ mode: 'professional', time: issuedAt.toISOString(), party: practitioner }],
    custodian: refTo(document, 'organization'),
    ...(amendsCode === undefined
      ? {}
      : { relatesTo: [{ code: 'replaces', targetIdentifier: { system, value: amendsCode } }] }),
    section: [personal(document), examination(document), ...test.sections, ...remarks(document)],
  };
}

function personal(document: ReportDocument): CompositionSection {
  const known = document.patient.bloodGroup !== 'UNKNOWN';
  return {
    title: 'Personal information',
    text: rowsNarrative(describePatient(document.patient)),
    entry: [refTo(document, 'patient'), ...(known ? [refTo(document, 'blood-group')] : [])],
  };
}

function examination(document: ReportDocument): CompositionSection {
  return {
    title: 'Test information',
    text: rowsNarrative(describeForm(document)),
    entry: [refTo(document, 'report')],
  };
}

function remarks({ form }: ReportDocument): CompositionSection[] {
  if (form.remarks === '') return [];
  return [
    { title: 'Remarks', code: concept('Remarks', REMARKS), text: textNarrative(form.remarks) },
  ];
}
