import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { readPatient } from '@/accounts/people/read-patient';
import { patientSnapshotSchema, type PatientSnapshot } from '@/accounts/people/snapshots';
import type { Account, ReportState, ReportTemplate, StagedReport } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError, isAppError } from '@/platform/errors';
import { readAnchorProof, type AnchorProof } from '@/registry/contract/read-anchor-proof';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { isSent, openSeal } from '@/reports/sealed/sealed-report';
import { stagedOf, type StagedContent } from '@/reports/sealed/staged-content';
import { findReplacementLinks } from '@/reports/retraction/find-replacement-links';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { listReplacements, type ReplacementCandidate } from '@/reports/retraction/replacements';
import { readEnd, type ReportEnd } from '@/reports/retraction/read-end';
import { readReportHistory, type HistoryEntry } from './read-report-history';
import { validityOf, type Validity } from '@/reports/retraction/validity-of';

/** Another report that this one is linked with. */
export interface LinkedReport {
  id: string;
  code: string;
  state: ReportState;
}

/** One report as its writer sees it. */
export interface DoctorReport {
  id: string;
  code: string;
  /** Null when the report's key was destroyed. */
  template: ReportTemplate | null;
  state: ReportState;
  /** Until when the law requires the clinic to keep it, though its patient was erased; null otherwise. */
  keptUntil: Date | null;
  updatedAt: Date;
  /** Hex SHA-256 of the PDF with 0x; null before it is forwarded. */
  contentHash: string | null;
  /** As forwarded; null for a draft and when it is anchored. */
  patient: PatientSnapshot | null;
  /** The patient of a draft, with what distinguishes them; null when none was picked, and after forwarding. */
  picked: PickedPatient | null;
  /** From the sealed metadata on the chain, once the staged data is gone. */
  anchoredOwner: string | null;
  form: StagedContent['form'] | null;
  rejectionReason: string | null;
  /** Set once it was withdrawn, or its retraction or replacement was asked for. */
  end: ReportEnd | null;
  /** Null for reports that are not on the chain. */
  validity: Validity | null;
  proof: AnchorProof | null;
  /** This doctor, with the clinic. */
  doctor: string;
  amends: (LinkedReport & { rejectionReason: string | null }) | null;
  amendedBy: LinkedReport | null;
  /** What is to be read instead. */
  replacedBy: LinkedReport | null;
  /** What this is to be read instead of. */
  replaces: LinkedReport[];
  /** It is on the chain, and its retraction was not asked for yet. */
  mayRetract: boolean;
  replacements: ReplacementCandidate[];
  history: HistoryEntry[];
}

const ON_CHAIN: readonly ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];

/**
 * A report as its writer sees it, with what may be done next.
 * @throws AppError not-found for all others, and for a discarded draft
 */
export async function readDoctorReport(actor: Actor, reportId: string): Promise<DoctorReport> {
  requireDoctor(actor);
  const link = { select: { id: true, code: true, state: true } };
  const report = await database().report.findFirst({
    where: { id: reportId, doctorId: actor.accountId, state: { not: 'DISCARDED' } },
    include: {
      staged: true,
      doctor: { select: nameWithClinicSelect },
      ...WITH_KEYS,
      patient: { select: NAME_COLUMNS },
      amends: { include: { staged: true, ...WITH_KEYS } },
      amendedBy: link,
    },
  });
  if (report === null) throw new AppError('not-found');
  const onChain = ON_CHAIN.includes(report.state) ? report.contentHash : null;
  const amends = report.amends;
  const staged = stagedOf(report);
  const end = await readEnd(report);
  const { replacedBy, replaces } = await findReplacementLinks(report);
  const mayRetract = report.state === 'ANCHORED' && end === null;
  return {
    id: report.id,
    code: report.code,
    template: templateOf(report),
    state: report.state,
    keptUntil: report.keptUntil,
    updatedAt: report.updatedAt,
    contentHash: isSent(report) ? hexlify(report.contentHash) : null,
    patient: sentPatient(report.state, staged),
    picked: await pickedPatient(actor, report),
    anchoredOwner: await anchoredOwner(report),
    form: staged?.form ?? null,
    rejectionReason: staged?.rejectionReason ?? null,
    end,
    validity: onChain === null ? null : await validityOf({ ...report, contentHash: onChain }),
    proof: onChain === null ? null : await readAnchorProof(onChain),
    doctor: nameWithClinic(report.doctor),
    amends:
      amends === null
        ? null
        : {
            id: amends.id,
            code: amends.code,
            state: amends.state,
            rejectionReason: stagedOf(amends)?.rejectionReason ?? null,
          },
    amendedBy: report.amendedBy,
    replacedBy,
    replaces,
    mayRetract,
    replacements: mayRetract ? await listReplacements(database(), report) : [],
    history: await readReportHistory(report.id),
  };
}

type Loaded = KeyedReport & {
  staged: StagedReport | null;
  patient: Pick<Account, keyof typeof NAME_COLUMNS> | null;
};

function sentPatient(state: ReportState, staged: StagedContent | null): PatientSnapshot | null {
  return staged === null || state === 'DRAFT' ? null : patientSnapshotSchema.parse(staged.patient);
}

/** Null also when the account was closed since; the draft then needs another patient. */
async function pickedPatient(actor: Actor, report: Loaded): Promise<PickedPatient | null> {
  if (report.state !== 'DRAFT' || report.patientId === null) return null;
  return readPatient(actor, report.patientId).catch((error: unknown) => {
    if (isAppError(error, 'not-found')) return null;
    throw error;
  });
}

/** The patient's name from the chain's sealed metadata; null for reports with staged data. */
async function anchoredOwner(report: Loaded): Promise<string | null> {
  if (report.staged !== null) return null;
  // Withdrawn before it was on the chain: the name is today's.
  if (report.anchoredAt === null) {
    return report.patient === null ? null : nameOfAccount(report.patient);
  }
  const seal = openSeal(report);
  if (seal === null) return null;
  const metadata = await readAnchoredMetadata([seal]);
  return metadata.get(hexlify(seal.contentHash))?.ownerName ?? null;
}
