import type { Translate } from '@/messages/translator';
import { reportBundle } from './report-bundle';
import type { ReportDocument } from './report-document';

/** The FHIR document inside the PDF. */
export const BUNDLE_NAME = 'report.fhir.json';
/** The random bytes inside the PDF. */
export const SALT_NAME = 'salt.bin';

/**
 * Attaches the report for machines, and the 32 random bytes. The bytes are a file of their own rather than
 * an entry of the metadata: PDF/A keeps attachments as they are, every viewer lists them, and a description
 * explains them.
 */
export function attachFiles(doc: PDFKit.PDFDocument, document: ReportDocument, t: Translate): void {
  const dates = { creationDate: document.issuedAt, modifiedDate: document.issuedAt };
  doc.file(Buffer.from(JSON.stringify(reportBundle(document), null, 2)), {
    ...dates,
    name: BUNDLE_NAME,
    type: 'application/fhir+json',
    description: t('reports.pdf.bundleFile'),
    relationship: 'Data',
  });
  doc.file(Buffer.from(document.salt), {
    ...dates,
    name: SALT_NAME,
    type: 'application/octet-stream',
    description: t('reports.pdf.saltFile'),
    relationship: 'Supplement',
  });
}
