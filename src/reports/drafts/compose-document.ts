import { randomBytes } from 'node:crypto';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { readProfileForReport, type SeenProfile } from '@/accounts/profile/keep-profile-of-report';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { REPORT_LOCALE } from '@/reports/frame/report-frame';
import type { Sentence } from '@/messages/translator';
import { AppError, type FieldErrors } from '@/platform/errors';
import { HOUR_MS } from '@/platform/time/durations';
import { momentsOf, offsetIn, offsetOf, onClock, toLocalInput } from '@/platform/time/local-moment';
import { fieldErrors } from '@/platform/http/field-errors';
import type { WrittenReport } from '@/reports/access/lock-written-report';
import type { ReportDocument } from '@/reports/documents/report-document';
import { requireTemplate } from '@/reports/sealed/report-template';
import { stagedOf } from '@/reports/sealed/staged-content';
import { completeForm, TEMPLATES, type FilledForm } from '@/reports/templates/templates';
import { verifyUrlOf } from '@/reports/verify/verify-url';

const SALT_BYTES = 32;

/** A document, and which correction of the patient's data it holds. */
interface ComposedDocument {
  document: ReportDocument;
  seen: SeenProfile;
}

/**
 * Everything that goes into the PDF of a draft: its form, which must be complete and valid now, and
 * the people as they are known at this moment. The salt is new each time.
 * @throws AppError invalid-input with the fields (dotted paths of the form, and `patientId`)
 */
export async function composeDocument(
  tx: Transaction,
  report: WrittenReport,
  options: { timeZone: string; preview: boolean },
): Promise<ComposedDocument> {
  const form = completeForm(requireTemplate(report), stagedOf(report)?.form);
  const fields: FieldErrors = form.success ? {} : fieldErrors(form.error);
  if (form.success) {
    for (const field of impossibleMoments(form.filled, options.timeZone)) fields[field] = NEVER_WAS;
  }
  if (report.patientId === null)
    fields['patientId'] = (t) => t('reports.composeDocument.choosePatient');
  if (!form.success || report.patientId === null || Object.keys(fields).length > 0) {
    throw new AppError('invalid-input', {
      detail: (t) => t('reports.composeDocument.incomplete'),
      fields,
    });
  }
  const [amends, { patient, seen }, doctor] = await Promise.all([
    report.amendsId === null
      ? null
      : tx.report.findUnique({ where: { id: report.amendsId }, select: { code: true } }),
    readProfileForReport(tx, report.patientId),
    getDoctor(tx, report.doctorId),
  ]);
  const document = {
    code: report.code,
    ...form.filled,
    locale: REPORT_LOCALE,
    patient,
    doctor,
    issuedAt: await databaseNow(tx),
    timeZone: options.timeZone,
    salt: Uint8Array.from(randomBytes(SALT_BYTES)),
    verifyUrl: verifyUrlOf(report.code),
    preview: options.preview,
    ...(amends === null ? {} : { amendsCode: amends.code }),
  };
  return { document, seen };
}

const NEVER_WAS: Sentence = (t) => t('reports.composeDocument.skippedByClock');

/** The fields of a form whose times never were in the doctor's zone. */
function impossibleMoments<K extends ReportTemplate>(
  { template, form }: FilledForm<K>,
  timeZone: string,
): string[] {
  const moments = TEMPLATES[template].moments?.(form) ?? {};
  return Object.keys(moments).filter((field) => neverWas(moments[field] ?? '', timeZone));
}

/**
 * Whether a time was read from a clock of a zone in the hour that this clock left out. A time with an offset that
 * the zone had neither before nor after comes from elsewhere.
 */
function neverWas(moment: string, timeZone: string): boolean {
  const clock = offsetIn(timeZone);
  if (momentsOf(toLocalInput(moment), clock).length > 0) return false;
  const around = [-2 * HOUR_MS, 2 * HOUR_MS].map((step) =>
    offsetOf(onClock(new Date(Date.parse(moment) + step).toISOString(), clock)),
  );
  return around.includes(offsetOf(moment));
}
