import type { Bundle } from '@medplum/fhirtypes';
import { translatorOf, type Translate } from '@/messages/translator';
import type { ReportDocument } from './report-document';
import type { ReportFrame } from '@/reports/frame/report-frame';
import { TEMPLATES, type FilledForm } from '@/reports/templates/templates';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { identifierSystem, urnOf, type Part, type TestParts } from '@/reports/fhir/bundle-frame';
import { securityLabel } from '@/reports/fhir/security-label';
import { composition } from './composition';
import { diagnosticReport } from './diagnostic-report';
import { peopleParts } from './people-parts';
import { remarksParts } from './remarks-parts';

/**
 * A report as a FHIR R4 document (hl7.org/fhir/R4/documents.html): a Bundle whose first entry is a
 * Composition and whose every other entry can be reached from it. The same report makes the same Bundle.
 */
export function reportBundle(document: ReportDocument): Bundle {
  const t = translatorOf(document.locale);
  const test = testParts(document, t);
  const parts: Part[] = [
    { role: 'composition', resource: composition(document, test, t) },
    ...peopleParts(document, t),
    { role: 'report', resource: diagnosticReport(document, test, t) },
    ...test.parts,
    ...remarksParts(document, t),
  ];
  return {
    resourceType: 'Bundle',
    meta: { security: [securityLabel(document.form.confidentiality)] },
    language: document.locale,
    identifier: { system: identifierSystem(document, 'report-code'), value: document.code },
    type: 'document',
    timestamp: document.issuedAt.toISOString(),
    entry: parts.map(({ role, resource }) => ({ fullUrl: urnOf(document, role), resource })),
  };
}

function testParts<K extends ReportTemplate>(
  document: FilledForm<K> & ReportFrame,
  t: Translate,
): TestParts {
  return TEMPLATES[document.template].toFhir(document, document.form, t);
}
