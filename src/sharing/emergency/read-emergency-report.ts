import type { Actor } from '@/accounts/sessions/actor';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { openStoredDocument } from '@/reports/content/open-stored-document';
import { readReportContent } from '@/reports/content/read-report-content';
import { REPORT_LOCALE } from '@/reports/frame/report-frame';
import { findEnds } from '@/reports/retraction/find-ends';
import { validityOf } from '@/reports/retraction/validity-of';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { requireTemplate } from '@/reports/sealed/report-template';
import { isSent } from '@/reports/sealed/sealed-report';
import { templateTitle } from '@/reports/templates/templates';
import { verifyUrlOf } from '@/reports/verify/verify-url';
import { whyInvalid } from '@/sharing/guest/check-guest-permission';
import {
  openPermitted,
  recordOpening,
  type Permission,
  type TracedViewer,
} from '@/sharing/guest/open-permitted';
import { recordCopy } from '@/sharing/guest/record-copy';
import { showOpened } from '@/sharing/guest/read-guest-report';
import { READ_IN_EMERGENCY, type EmergencyReport } from './emergency-report-schema';
import { readInEmergency } from './read-in-emergency';
import { requireOpenEmergency, type OpenEmergency } from './require-open-emergency';

/**
 * Reads one report of a record that two administrators have opened, on the path of guests. The access takes the place of
 * the patient's permission; everything else is checked as for a guest: a sealed report that the chain does not have, has
 * ended, or cannot be asked about is not shown (docs/decisions/190).
 * @throws AppError as requireOpenEmergency and openPermitted; not-found for a report of somebody else
 */
export async function readEmergencyReport(
  actor: Actor,
  accessId: string,
  reportId: string,
): Promise<EmergencyReport> {
  const { access, report } = await findReport(actor, accessId, reportId);
  const viewer = viewerOf(actor, accessId);
  if (report.state !== 'ANCHORED') return openUnsealed(access, report, viewer);
  return showOpened(await openPermitted(report, () => permissionOf(access, report), viewer));
}

/**
 * Records that the doctor saved its PDF.
 * @throws AppError as readEmergencyReport
 */
export async function recordEmergencyCopy(
  actor: Actor,
  accessId: string,
  reportId: string,
): Promise<void> {
  await findReport(actor, accessId, reportId);
  await recordCopy({ reportId }, viewerOf(actor, accessId));
}

function viewerOf({ accountId }: Actor, accessId: string): TracedViewer {
  return {
    actor: { actorKind: 'ACCOUNT', actorId: accountId },
    relation: 'emergency',
    opened: 'emergency.report-opened',
    refused: 'emergency.refused',
    details: { accessId },
  };
}

async function findReport(actor: Actor, accessId: string, reportId: string) {
  return readInEmergency(actor, accessId, async () => {
    const access = await requireOpenEmergency(database(), actor, accessId, 'RECORD');
    const report = await database().report.findFirst({
      where: { id: reportId, patientId: access.patientId, state: { in: [...READ_IN_EMERGENCY] } },
      include: WITH_KEYS,
    });
    if (report === null) throw new AppError('not-found');
    return { access, report };
  });
}

async function permissionOf(
  { patientId, endsAt }: OpenEmergency,
  report: KeyedReport,
): Promise<Permission> {
  if (!isSent(report)) throw new AppError('not-found');
  const validity = await validityOf(report);
  if (validity.outcome !== 'valid') return { outcome: whyInvalid(validity) };
  const { chain } = validity;
  const wallet = await findOwnWallet(database(), patientId, chain.owner);
  if (wallet === null) return { outcome: 'report-invalid' };
  return { outcome: 'permitted', chain, expiresAt: endsAt };
}

/**
 * A report whose anchoring was undone by a reorganisation may have been declared wrong before.
 * @throws AppError not-found then, as for every report that its doctor has ended
 */
async function requireNoEnd(report: KeyedReport): Promise<void> {
  const ends = await findEnds(database(), [report]);
  if (ends.has(report.id)) throw new AppError('not-found');
}

/** The chain knows nothing of it yet: what was sent to the patient, bit for bit. */
async function openUnsealed(
  { endsAt }: OpenEmergency,
  report: KeyedReport,
  viewer: TracedViewer,
): Promise<EmergencyReport> {
  await requireNoEnd(report);
  const pdf = await openStoredDocument(report);
  await recordOpening(report, viewer);
  const template = requireTemplate(report);
  const content = await readReportContent({ id: report.id, template }, pdf);
  return {
    reportName: templateTitle(template, translatorOf(REPORT_LOCALE)),
    code: report.code,
    patientName: content?.patient.name ?? '',
    doctorName: content?.doctor.name ?? '',
    issuedAt: (report.forwardedAt ?? report.createdAt).toISOString(),
    content,
    pdf: Buffer.from(pdf).toString('base64'),
    verifyUrl: verifyUrlOf(report.code),
    permittedUntil: endsAt.toISOString(),
    proof: null,
  };
}
