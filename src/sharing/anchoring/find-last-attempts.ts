import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import {
  isTransactionFailure,
  type TransactionFailure,
} from '@/registry/contract/transaction-failure';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';
import type { Viewer } from '@/sharing/grants/viewers';

/** The newest transaction that was to seal a report, when it failed or was cancelled. */
export interface LastAttempt {
  reportId: string;
  /** Why it failed; null when its patient cancelled it. */
  failure: TransactionFailure | null;
  /** The viewers that its patient had chosen, sorted by address. */
  viewers: Viewer[];
}

/**
 * Finds the newest failed or cancelled attempts to seal some reports of a patient, for a page that begins the next one.
 * A report whose newest transaction is unconfirmed or succeeded is left out.
 */
export async function findLastAttempts(
  actor: Actor,
  reportIds: readonly string[],
): Promise<LastAttempt[]> {
  const reports = await database().report.findMany({
    where: { id: { in: [...reportIds] }, patientId: actor.accountId },
    include: {
      ...WITH_KEYS,
      transactions: {
        where: { kind: { not: 'RETRACT_REPORT' } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        include: { grants: true },
      },
    },
  });
  return reports.flatMap(({ transactions: [newest], ...report }) => {
    if (newest === undefined || !['FAILED', 'CANCELLED'].includes(newest.status)) return [];
    const { status, failure, grants } = newest;
    const key = openReportKey(report);
    return {
      reportId: report.id,
      failure: status === 'FAILED' ? knownFailure(failure) : null,
      viewers: grants
        .map((grant) => ({
          email: openViewerEmail(key, grant),
          expiresAt: grant.expiresAt?.toISOString() ?? null,
        }))
        .sort((a, b) => a.email.localeCompare(b.email)),
    };
  });
}

function knownFailure(failure: string | null): TransactionFailure {
  return failure !== null && isTransactionFailure(failure) ? failure : 'contract-refused';
}
