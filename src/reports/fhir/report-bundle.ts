import type { Bundle } from '@medplum/fhirtypes';
import type { ReportDocument } from '@/reports/documents/report-document';
import { bloodPressureParts } from './blood-pressure-parts';
import { identifierSystem, urnOf, type Part, type TestParts } from './bundle-frame';
import { composition } from './composition';
import { covid19Parts } from './covid-19-parts';
import { diagnosticReport } from './diagnostic-report';
import { peopleParts } from './people-parts';
import { remarksParts } from './remarks-parts';

/**
 * A report as a FHIR R4 document (hl7.org/fhir/R4/documents.html): a Bundle whose first entry is a
 * Composition and whose every other entry can be reached from it. The same report makes the same Bundle.
 */
export function reportBundle(document: ReportDocument): Bundle {
  const test = testParts(document);
  const parts: Part[] = [
    { role: 'composition', resource: composition(document, test) },
    ...peopleParts(document),
    { role: 'report', resource: diagnosticReport(document, test) },
    ...test.parts,
    ...remarksParts(document),
  ];
  return {
    resourceType: 'Bundle',
    language: 'en',
    identifier: { system: identifierSystem(document, 'report-code'), value: document.code },
    type: 'document',
    timestamp: document.issuedAt.toISOString(),
    entry: parts.map(({ role, resource }) => ({ fullUrl: urnOf(document, role), resource })),
  };
}

function testParts(document: ReportDocument): TestParts {
  return document.template === 'BLOOD_PRESSURE'
    ? bloodPressureParts(document, document.form)
    : covid19Parts(document, document.form);
}
