import { bothSpellings, nameOfAccount } from '@/accounts/people/both-spellings';
import { hexlify } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import { doctorSnapshotSchema } from '@/accounts/people/snapshots';
import type { Prisma, ReportState } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readAnchorProof, type AnchorProof } from '@/registry/contract/read-anchor-proof';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { openSeal } from '@/reports/sealed/sealed-report';
import { stagedOf } from '@/reports/sealed/staged-content';
import { findReplacementLinks } from '@/reports/retraction/find-replacement-links';
import { readEnd, type ReportEnd } from '@/reports/retraction/read-end';
import { requirePatient } from '@/reports/access/lock-received-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import type { Translate } from '@/messages/translator';
import { titleOrNull } from '@/reports/templates/templates';
import { validityOf, type Validity } from '@/reports/retraction/validity-of';

/** Another report of the same patient that this one is linked with. */
export interface LinkedPatientReport {
  id: string;
  code: string;
}

/** One report as its patient sees it. */
export interface PatientReport {
  id: string;
  code: string;
  state: ReportState;
  /** Like the doctor: from the staged form, later from the chain's sealed metadata; null when neither exists. */
  title: string | null;
  doctor: { name: string; email: string; clinic: string | null } | null;
  forwardedAt: Date | null;
  decidedAt: Date | null;
  anchoredAt: Date | null;
  rejectionReason: string | null;
  /** Set once it was withdrawn, or its retraction or replacement was asked for. */
  end: ReportEnd | null;
  /** Null for reports that are not on the chain. */
  validity: Validity | null;
  proof: AnchorProof | null;
  amends: LinkedPatientReport | null;
  amendedBy: LinkedPatientReport | null;
  /** What is to be read instead. */
  replacedBy: LinkedPatientReport | null;
  /** What this is to be read instead of. */
  replaces: LinkedPatientReport[];
}

const ON_CHAIN: readonly ReportState[] = ['ANCHORED', 'RETRACTED', 'SUPERSEDED'];

/** Its content as long as it is staged, its doctor as known today, and its keys. */
const WHOLE = {
  staged: true,
  doctor: { select: nameWithClinicSelect },
  ...WITH_KEYS,
} as const;

const LINKED = { select: { id: true, code: true, state: true, patientId: true } } as const;
type Linked = Prisma.ReportGetPayload<typeof LINKED>;

/**
 * A report as the patient sees it to whom it was forwarded, with its present state on the chain.
 * @throws AppError not-found for all others and for drafts, as for a report that does not exist
 */
export async function readPatientReport(
  actor: Actor,
  reportId: string,
  t: Translate,
): Promise<PatientReport> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: UNSENT_STATES } },
    ...{ include: { ...WHOLE, amends: LINKED, amendedBy: LINKED } },
  });
  if (report === null) throw new AppError('not-found');
  const anchored = ON_CHAIN.includes(report.state) ? report.contentHash : null;
  const validity =
    anchored === null ? null : await validityOf({ ...report, contentHash: anchored });
  const { replacedBy, replaces } = await findReplacementLinks(report);
  const proof = anchored === null ? null : await readAnchorProof(anchored);
  return {
    id: report.id,
    code: report.code,
    state: report.state,
    ...(await titleAndDoctor(report, t)),
    forwardedAt: report.forwardedAt,
    decidedAt: report.decidedAt,
    anchoredAt: report.anchoredAt,
    rejectionReason: stagedOf(report)?.rejectionReason ?? null,
    end: await readEnd(report),
    validity,
    // The wallet may have a successor that is not in the index yet.
    proof:
      proof !== null && validity?.outcome === 'valid'
        ? { ...proof, owner: validity.chain.owner }
        : proof,
    amends: visible(actor, report.amends),
    amendedBy: visible(actor, report.amendedBy),
    replacedBy: visible(actor, replacedBy),
    replaces: replaces.flatMap((one) => visible(actor, one) ?? []),
  };
}

type Loaded = Prisma.ReportGetPayload<{ include: typeof WHOLE }>;

/** The title and the doctor: from the staged data until the report is final, afterwards from the chain's metadata. */
async function titleAndDoctor(
  report: Loaded,
  t: Translate,
): Promise<Pick<PatientReport, 'title' | 'doctor'>> {
  const title = titleOrNull(templateOf(report), t);
  const staged = stagedOf(report);
  if (staged !== null) {
    const { name, printedName, email, clinic } = doctorSnapshotSchema.parse(staged.doctor);
    return { title, doctor: { name: bothSpellings(name, printedName), email, clinic } };
  }
  // Withdrawn before it was on the chain: the doctor as known today.
  if (report.anchoredAt === null) return { title, doctor: doctorOfToday(report.doctor) };
  const seal = openSeal(report);
  const metadata =
    seal === null ? undefined : (await readAnchoredMetadata([seal])).get(hexlify(seal.contentHash));
  if (metadata === undefined) return { title, doctor: null };
  const { reportName, doctorName, doctorEmail } = metadata;
  return {
    title: reportName,
    doctor: { name: doctorName, email: doctorEmail, clinic: null },
  };
}

function doctorOfToday(account: Loaded['doctor']): NonNullable<PatientReport['doctor']> {
  const { email, doctor } = account;
  return { name: nameOfAccount(account), email, clinic: doctor?.clinic ?? null };
}

/** An amendment may still be a draft, or have been written for another patient. */
function visible(actor: Actor, linked: Linked | null): LinkedPatientReport | null {
  if (linked === null || linked.patientId !== actor.accountId) return null;
  if (UNSENT_STATES.includes(linked.state)) return null;
  return { id: linked.id, code: linked.code };
}
