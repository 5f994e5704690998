import { bothSpellings } from '@/accounts/people/both-spellings';
import { doctorSnapshotSchema, patientSnapshotSchema } from '@/accounts/people/snapshots';
import { AppError } from '@/platform/errors';
import { sealMetadata } from '@/registry/metadata/seal-metadata';
import { requireTemplate } from '@/reports/sealed/report-template';
import { requireSeal } from '@/reports/sealed/sealed-report';
import { requireStaged } from '@/reports/sealed/staged-content';
import type { ReceivedReport } from '@/reports/access/lock-received-report';
import { REPORT_LOCALE } from '@/reports/frame/report-frame';
import { translatorOf } from '@/messages/translator';
import { templateTitle } from '@/reports/templates/templates';
import { openReportKey, type ReportKey } from '@/sharing/grants/report-key';

/** The data of a report that the anchoring transaction contains. */
export interface ReportToAnchor {
  key: ReportKey;
  /** What dashboards show after the staged data is deleted. */
  sealedMetadata: Uint8Array<ArrayBuffer>;
}

/**
 * Encrypts a staged report's metadata for the chain.
 * @throws AppError wrong-state when nothing is staged; not-found when its key was erased
 */
export function sealReportToAnchor(report: ReceivedReport): ReportToAnchor {
  const { forwardedAt } = report;
  const { objectAddress } = requireSeal(report);
  const staged = requireStaged(report);
  if (forwardedAt === null) throw new AppError('wrong-state');
  const key = openReportKey(report);
  const owner = patientSnapshotSchema.parse(staged.patient);
  const doctor = doctorSnapshotSchema.parse(staged.doctor);
  const sealedMetadata = sealMetadata(key.dataKey, key.contentHash, {
    reportName: templateTitle(requireTemplate(report), translatorOf(REPORT_LOCALE)),
    objectAddress,
    ownerName: bothSpellings(owner.name, owner.printedName),
    ownerEmail: owner.email,
    doctorName: bothSpellings(doctor.name, doctor.printedName),
    doctorEmail: doctor.email,
    uploadedAt: forwardedAt,
  });
  return { key, sealedMetadata };
}
