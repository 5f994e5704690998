import { randomBytes } from 'node:crypto';
import { getDoctor } from '@/accounts/get-doctor';
import { getPatient } from '@/accounts/get-patient';
import type { Transaction } from '@/platform/database';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { fieldErrors } from '@/platform/problem';
import type { WrittenReport } from './lock-written-report';
import type { ReportDocument } from './report-document';
import { completeForm } from './templates/templates';

const SALT_BYTES = 32;

/**
 * Everything that goes into the PDF of a draft: its form, which must be complete and valid now, and
 * the people as they are known at this moment. The salt is new each time.
 * @throws AppError invalid-input with the fields (dotted paths of the form, and `patientId`)
 */
export async function composeDocument(
  tx: Transaction,
  report: WrittenReport,
  options: { timeZone: string; preview: boolean },
): Promise<ReportDocument> {
  const form = completeForm(report.template, report.staged?.form);
  const fields = form.success ? {} : fieldErrors(form.error);
  if (report.patientId === null) fields['patientId'] = 'Choose the patient from the list.';
  if (!form.success || report.patientId === null) {
    throw new AppError('invalid-input', { detail: 'The form is not complete yet.', fields });
  }
  const amends =
    report.amendsId === null
      ? null
      : await tx.report.findUnique({ where: { id: report.amendsId }, select: { code: true } });
  return {
    code: report.code,
    ...form.filled,
    patient: await getPatient(tx, report.patientId),
    doctor: await getDoctor(tx, report.doctorId),
    issuedAt: new Date(),
    timeZone: options.timeZone,
    salt: Uint8Array.from(randomBytes(SALT_BYTES)),
    verifyUrl: `${env().APP_URL}/verify#code=${report.code}`,
    preview: options.preview,
    ...(amends === null ? {} : { amendsCode: amends.code }),
  };
}
