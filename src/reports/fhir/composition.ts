import type { Composition, CompositionSection } from '@medplum/fhirtypes';
import { loinc } from './coding';
import { describePatient } from '@/reports/drafts/describe-people';
import { isoInZone } from '@/reports/documents/format-time';
import type { ReportDocument } from '@/reports/documents/report-document';
import { describeForm, TEMPLATES } from '../templates/templates';
import { concept, identifierSystem, refTo, type TestParts } from './bundle-frame';
import { rowsNarrative, textNarrative } from './narrative';
import { bloodGroupParts } from './people-parts';
import { REMARKS, remarksParts } from './remarks-parts';

const PATIENT_INFORMATION = loinc('52460-3', 'Patient information');

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
    section: [
      personal(document),
      examination(document, test),
      ...test.sections,
      ...remarks(document),
    ],
  };
}

function personal(document: ReportDocument): CompositionSection {
  return {
    title: 'Personal information',
    code: concept('Personal information', PATIENT_INFORMATION),
    text: rowsNarrative(describePatient(document)),
    entry: [
      refTo(document, 'patient'),
      ...bloodGroupParts(document).map(({ role }) => refTo(document, role)),
    ],
  };
}

function examination(document: ReportDocument, test: TestParts): CompositionSection {
  return {
    title: 'Test information',
    code: concept('Test information', test.sectionType),
    text: rowsNarrative(describeForm(document)),
    entry: [refTo(document, 'report')],
  };
}

function remarks(document: ReportDocument): CompositionSection[] {
  return remarksParts(document).map(({ role }) => ({
    title: 'Remarks',
    code: concept('Remarks', REMARKS),
    text: textNarrative(document.form.remarks),
    entry: [refTo(document, role)],
  }));
}
