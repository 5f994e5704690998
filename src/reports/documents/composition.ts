import type { Composition, CompositionSection } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import { loinc } from '@/reports/fhir/coding';
import { describePatient } from './describe-people';
import { isoInZone } from '@/platform/time/format-time';
import type { ReportDocument } from './report-document';
import { describeForm, TEMPLATES, templateTitle } from '@/reports/templates/templates';
import { securityLabel } from '@/reports/fhir/security-label';
import { concept, identifierSystem, refTo, type TestParts } from '@/reports/fhir/bundle-frame';
import { rowsNarrative, textNarrative } from '@/reports/fhir/narrative';
import { bloodGroupParts } from './people-parts';
import { REMARKS, remarksParts } from './remarks-parts';

const PATIENT_INFORMATION = loinc('52460-3', 'Patient information');

/** The table of contents of the document: who wrote it about whom, and each section in words. */
export function composition(document: ReportDocument, test: TestParts, t: Translate): Composition {
  const { codes } = TEMPLATES[document.template];
  const { confidentiality } = document.form;
  const title = templateTitle(document.template, t);
  const practitioner = refTo(document, 'practitioner');
  const system = identifierSystem(document, 'report-code');
  const { code, preview, amendsCode, issuedAt } = document;
  return {
    resourceType: 'Composition',
    meta: { security: [securityLabel(confidentiality)] },
    language: document.locale,
    text: rowsNarrative(
      [
        { label: title, value: code },
        { label: t('reports.fhir.patient'), value: document.patient.name },
        { label: t('reports.fhir.doctor'), value: document.doctor.name },
      ],
      document.locale,
    ),
    identifier: { system, value: code },
    status: preview ? 'preliminary' : 'final',
    type: concept(codes.document.display, codes.document),
    subject: refTo(document, 'patient'),
    date: isoInZone(issuedAt, document.timeZone),
    author: [practitioner],
    title,
    confidentiality,
    attester: [{ mode: 'professional', time: issuedAt.toISOString(), party: practitioner }],
    custodian: refTo(document, 'organization'),
    ...(amendsCode === undefined
      ? {}
      : { relatesTo: [{ code: 'replaces', targetIdentifier: { system, value: amendsCode } }] }),
    section: [
      personal(document, t),
      examination(document, t),
      ...test.sections,
      ...remarks(document, t),
    ],
  };
}

function personal(document: ReportDocument, t: Translate): CompositionSection {
  const title = t('reports.fhir.personalInformation');
  return {
    title,
    code: concept(title, PATIENT_INFORMATION),
    text: rowsNarrative(describePatient(document, t), document.locale),
    entry: [
      refTo(document, 'patient'),
      ...bloodGroupParts(document, t).map(({ role }) => refTo(document, role)),
    ],
  };
}

function examination(document: ReportDocument, t: Translate): CompositionSection {
  const title = t('reports.fhir.testInformation');
  return {
    title,
    code: concept(title, TEMPLATES[document.template].codes.section),
    text: rowsNarrative(describeForm(document, t), document.locale),
    entry: [refTo(document, 'report')],
  };
}

function remarks(document: ReportDocument, t: Translate): CompositionSection[] {
  const title = t('reports.fhir.remarks');
  return remarksParts(document, t).map(({ role }) => ({
    title,
    code: concept(title, REMARKS),
    text: textNarrative(document.form.remarks, document.locale),
    entry: [refTo(document, role)],
  }));
}
