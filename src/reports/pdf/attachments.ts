import { reportBundle } from '../fhir/report-bundle';
import type { ReportDocument } from '@/reports/documents/report-document';

/** The FHIR document inside the PDF. */
export const BUNDLE_NAME = 'report.fhir.json';
/** The random bytes inside the PDF. */
export const SALT_NAME = 'salt.bin';

/**
 * Attaches the report for machines, and the 32 random bytes. The bytes are a file of their own rather than
 * an entry of the metadata: PDF/A keeps attachments as they are, any reader can show that they are there,
 * and they say in words what they are for.
 */
export function attachFiles(doc: PDFKit.PDFDocument, document: ReportDocument): void {
  const dates = { creationDate: document.issuedAt, modifiedDate: document.issuedAt };
  doc.file(Buffer.from(JSON.stringify(reportBundle(document), null, 2)), {
    ...dates,
    name: BUNDLE_NAME,
    type: 'application/fhir+json',
    description: 'This report as an HL7 FHIR R4 document Bundle',
    relationship: 'Data',
  });
  doc.file(Buffer.from(document.salt), {
    ...dates,
    name: SALT_NAME,
    type: 'application/octet-stream',
    description: 'Random bytes, so that nobody can guess this report from its fingerprint',
    relationship: 'Supplement',
  });
}
