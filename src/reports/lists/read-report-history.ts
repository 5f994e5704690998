import type { AuditAction } from '@/audit/policy/audit-action';
import { database } from '@/platform/database/database';

type ReportAction = Extract<AuditAction, `report.${string}`>;

/** Actions that neither change the state of a report nor lead to a change. */
type NoStep =
  | 'report.discarded'
  | 'report.anchoring-sent'
  | 'report.withdrawal-sent'
  | 'report.end-acknowledged'
  | 'report.opened'
  | 'report.own-copy-taken'
  | 'report.refused'
  | 'report.access-log-read';

/** The step that each action is; the catalogue has a sentence for each. A forgotten action does not compile. */
const STEPS = {
  'report.draft-created': 'draftCreated',
  'report.forwarded': 'forwarded',
  'report.approved': 'approved',
  'report.rejected': 'rejected',
  'report.amended': 'amended',
  'report.withdrawn': 'withdrawn',
  'report.anchoring-begun': 'sealingBegun',
  'report.anchoring-cancelled': 'sealingCancelled',
  'report.anchoring-failed': 'sealingFailed',
  'report.anchored': 'sealed',
  'report.anchoring-undone': 'sealUndone',
  'report.withdrawal-begun': 'withdrawalBegun',
  'report.withdrawal-cancelled': 'withdrawalCancelled',
  'report.withdrawal-failed': 'withdrawalFailed',
  'report.transferred': 'transferred',
  'report.retraction-requested': 'retractionRequested',
  'report.retracted': 'retracted',
  'report.superseded': 'superseded',
  'report.retraction-undone': 'retractionUndone',
} as const satisfies Record<Exclude<ReportAction, NoStep>, string>;

/** One step of a report. */
export interface HistoryEntry {
  at: Date;
  step: (typeof STEPS)[keyof typeof STEPS];
}

/** The steps of a report from its audit trail, oldest first, for the doctor who wrote it. */
export async function readReportHistory(reportId: string): Promise<HistoryEntry[]> {
  const events = await database().auditEvent.findMany({
    where: { reportId, action: { in: Object.keys(STEPS) } },
    orderBy: { id: 'asc' },
    select: { at: true, action: true },
  });
  return events.flatMap(({ at, action }) => (isStep(action) ? { at, step: STEPS[action] } : []));
}

function isStep(action: string): action is keyof typeof STEPS {
  return Object.hasOwn(STEPS, action);
}
