import { hexlify } from 'ethers';
import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { Prisma } from '@/generated/prisma/client';
import type { Translate } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { isAppError, isChainAway } from '@/platform/errors';
import { log } from '@/platform/logger';
import { readAnchorProof } from '@/registry/contract/read-anchor-proof';
import { readAttestation, type ReadAttestation } from '@/registry/contract/read-attestation';
import { openForReader } from '@/reports/content/open-report-document';
import { readAttachment } from '@/reports/content/read-attachment';
import { BUNDLE_NAME } from '@/reports/documents/attachments';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { openSeal } from '@/reports/sealed/sealed-report';
import { titleOrNull } from '@/reports/templates/templates';
import { describeProof } from '@/reports/verify/describe-proof';
import type { AccessLogEntry } from '@/sharing/access-log/access-log-entry';
import { describeEvents } from '@/sharing/access-log/describe-events';
import { LOGGED_ACTIONS } from '@/sharing/access-log/logged-actions';
import { viewersOf, type ListedViewer } from '@/sharing/viewers/list-viewers';
import { documentSchema, type FhirDocument } from './fhir-collection';

/** What is read of a report for its patient's copy. */
export const RECORD = { ...WITH_KEYS, doctor: { select: nameWithClinicSelect } } as const;
type Row = Prisma.ReportGetPayload<{ include: typeof RECORD }>;

/** The proof of a report on the chain. */
export type RecordedProof = ReturnType<typeof describeProof> & {
  /** Null when the chain could not be asked: the transaction holds it. */
  attestation: ReadAttestation | null;
};

/** One report as its patient takes it away. */
export interface ReportRecord {
  id: string;
  code: string;
  state: Row['state'];
  /** Null when only the PDF could say. */
  title: string | null;
  doctor: string;
  sentAt: Date;
  contentHash: string;
  /** Null when the store has lost or altered it. */
  pdf: Uint8Array | null;
  document: FhirDocument | null;
  viewers: ListedViewer[];
  accessLog: AccessLogEntry[];
  proof: RecordedProof | null;
}

/**
 * Collects everything that there is about one report.
 * @throws AppError store-unavailable
 */
export async function collectReport(row: Row, t: Translate): Promise<ReportRecord | null> {
  const { id, code, state, patientId, contentHash, forwardedAt } = row;
  if (patientId === null || contentHash === null) return null;
  const pdf = await openOrNull(row, patientId);
  const canOpen = openSeal(row) !== null;
  const events = await database().auditEvent.findMany({
    where: { reportId: id, action: { in: LOGGED_ACTIONS } },
    orderBy: { id: 'desc' },
  });
  return {
    ...{ id, code, state, pdf },
    title: titleOrNull(templateOf(row), t),
    doctor: nameWithClinic(row.doctor),
    sentAt: forwardedAt ?? row.createdAt,
    contentHash: hexlify(contentHash),
    document: pdf === null ? null : await documentIn(pdf, id),
    viewers: canOpen ? await viewersOf(row) : [],
    accessLog: canOpen ? await describeEvents(row, patientId, events) : [],
    proof: await proofOf(code, contentHash, t),
  };
}

/** One object that is lost or altered must not keep a person from all others. */
async function openOrNull(row: Row, accountId: string): Promise<Uint8Array | null> {
  try {
    return await openForReader({ accountId, role: 'PATIENT', status: 'ACTIVE' }, row);
  } catch (error) {
    if (!isAppError(error, 'object-altered', 'not-found')) throw error;
    log().error({ report: row.id, reason: error.code }, 'a report is missing in an export');
    return null;
  }
}

async function documentIn(pdf: Uint8Array, report: string): Promise<FhirDocument | null> {
  try {
    const file = await readAttachment(pdf, BUNDLE_NAME);
    return documentSchema.parse(JSON.parse(new TextDecoder().decode(file)));
  } catch (error) {
    // The error's message may quote the report.
    const reason = error instanceof Error ? error.name : 'unknown';
    log().error({ report, reason }, 'a report has no FHIR document in an export');
    return null;
  }
}

async function proofOf(
  code: string,
  contentHash: Uint8Array<ArrayBuffer>,
  t: Translate,
): Promise<RecordedProof | null> {
  const anchor = await readAnchorProof(contentHash);
  if (anchor === null) return null;
  const attestation = await readAttestation(contentHash, anchor.transactionHash).catch(
    (error: unknown) => {
      if (!isChainAway(error)) throw error;
      return null;
    },
  );
  return { ...describeProof(code, anchor, t), attestation };
}
