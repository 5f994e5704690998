import type { DiagnosticReport } from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import type { ReportDocument } from './report-document';
import { TEMPLATES, templateTitle } from '@/reports/templates/templates';
import { concept, identifierSystem, refTo, type TestParts } from '@/reports/fhir/bundle-frame';

/**
 * The report itself. `presentedForm` names the PDF that carries this Bundle but holds neither its bytes nor
 * its hash: a file cannot contain its own.
 */
export function diagnosticReport(
  document: ReportDocument,
  test: TestParts,
  t: Translate,
): DiagnosticReport {
  const { service } = TEMPLATES[document.template].codes;
  const practitioner = refTo(document, 'practitioner');
  return {
    resourceType: 'DiagnosticReport',
    identifier: [{ system: identifierSystem(document, 'report-code'), value: document.code }],
    status: reportStatus(document),
    category: [concept(service.display, service)],
    code: test.code,
    subject: refTo(document, 'patient'),
    effectiveDateTime: test.effective,
    issued: document.issuedAt.toISOString(),
    performer: [practitioner, refTo(document, 'organization')],
    resultsInterpreter: [practitioner],
    ...(test.specimen === undefined ? {} : { specimen: [refTo(document, test.specimen)] }),
    result: test.results.map((role) => refTo(document, role)),
    ...(test.conclusion === undefined ? {} : { conclusion: test.conclusion }),
    presentedForm: [
      {
        contentType: 'application/pdf',
        language: document.locale,
        title: t('reports.fhir.presentedForm', {
          title: templateTitle(document.template, t),
          code: document.code,
        }),
        creation: document.issuedAt.toISOString(),
      },
    ],
  };
}

/** A sent report is final, a correction corrected, a preview preliminary. */
function reportStatus({ preview, amendsCode }: ReportDocument): DiagnosticReport['status'] {
  if (preview) return 'preliminary';
  return amendsCode === undefined ? 'final' : 'corrected';
}
