import type { ReportTemplate } from '@/generated/prisma/enums';
import { log } from '@/platform/logger';
import { BUNDLE_NAME } from '@/reports/documents/attachments';
import { TEMPLATES } from '../templates/templates';
import {
  BundleReader,
  hasCode,
  identifiersOf,
  nameOf,
  printedNameOf,
  type BundleResource,
} from '@/reports/fhir/bundle-reader';
import { readAttachment } from './read-attachment';
import { readNarrative } from './read-narrative';
import { reportContentSchema, type ReportContent } from './report-content';

/** LOINC: Annotation comment. */
const REMARKS = '48767-8';

/**
 * Reads a report's content from the FHIR document inside its PDF, the one place that holds it for as long as the
 * report is kept: the form is deleted once the report is sealed.
 * @param pdf bit for bit the one whose hash is known
 * @returns null when only a person can read the PDF, which is logged
 */
export async function readReportContent(
  { id, template }: { id: string; template: ReportTemplate },
  pdf: Uint8Array,
): Promise<ReportContent | null> {
  try {
    const file = await readAttachment(pdf, BUNDLE_NAME);
    return contentOf(template, new BundleReader(JSON.parse(new TextDecoder().decode(file))));
  } catch (error) {
    // The error's message may quote the report.
    const reason = error instanceof Error ? error.name : 'unknown';
    log().error({ report: id, reason }, 'a report cannot be read from its own PDF');
    return null;
  }
}

/**
 * Reads the content of a report's FHIR document.
 * @throws Error, z.ZodError when something of it is missing
 */
export function contentOf(template: ReportTemplate, bundle: BundleReader): ReportContent {
  const composition = bundle.one('Composition');
  const patient = bundle.one('Patient');
  const doctor = bundle.one('Practitioner');
  return reportContentSchema.parse({
    code: identifiersOf(composition)[0]?.value,
    issuedAt: composition.date,
    patient: {
      name: nameOf(patient),
      printedName: printedNameOf(patient),
      birthDate: patient.birthDate,
      identity: identityOf(patient),
    },
    doctor: {
      name: nameOf(doctor),
      printedName: printedNameOf(doctor),
      clinic: nameOf(bundle.one('Organization')),
    },
    confidentiality: composition.confidentiality,
    findings: TEMPLATES[template].read(bundle),
    remarks: remarksOf(bundle),
  });
}

/** The one identifier with a type: the other is the account. */
function identityOf(patient: BundleResource): ReportContent['patient']['identity'] {
  const typed = identifiersOf(patient).find(({ type }) => type !== undefined);
  return typed === undefined ? null : { label: typed.type?.text ?? '', number: typed.value };
}

/** As they were typed; reports of version 0.1.0 hold them as XHTML alone. */
function remarksOf(bundle: BundleReader): string {
  const [remarks] = bundle.observations(REMARKS);
  if (remarks?.valueString !== undefined) return remarks.valueString;
  const section = bundle.one('Composition').section.find(({ code }) => hasCode(code, REMARKS));
  return readNarrative(section?.text?.div ?? '');
}
