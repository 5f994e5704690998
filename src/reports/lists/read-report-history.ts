import type { AuditAction } from '@/audit/append-audit-event';
import { database } from '@/platform/database/database';

/** Actions that do not change where a report stands. */
type NoStep =
  | 'report.discarded'
  | 'report.anchoring-sent'
  | 'report.end-acknowledged'
  | 'report.opened'
  | 'report.own-copy-taken'
  | 'report.access-log-read';

/**
 * What a report went through, as its doctor reads it: every change of its state, and what led to one. An action
 * without words does not compile.
 */
const STEPS: Record<Exclude<Extract<AuditAction, `report.${string}`>, NoStep>, string> = {
  'report.draft-created': 'Draft begun',
  'report.forwarded': 'Sent to the patient',
  'report.approved': 'Approved by the patient',
  'report.rejected': 'Rejected by the patient',
  'report.amended': 'Amended by a new report',
  'report.withdrawn': 'Withdrawn by you',
  'report.anchoring-begun': 'Sealing begun by the patient',
  'report.anchoring-cancelled': 'Sealing cancelled by the patient',
  'report.anchoring-failed': 'Sealing failed',
  'report.anchored': 'Sealed on the blockchain',
  'report.anchoring-undone': 'Seal taken back by the blockchain',
  'report.transferred': 'Handed to another wallet',
  'report.retraction-requested': 'Retraction asked for by you',
  'report.retracted': 'Retracted on the blockchain',
  'report.superseded': 'Replaced on the blockchain',
  'report.retraction-undone': 'Retraction taken back by the blockchain, and asked for again',
};

/** One step of a report's life. */
export interface HistoryEntry {
  at: Date;
  step: string;
}

/** The steps of a report's life from its audit trail, oldest first, for the doctor who wrote it. */
export async function readReportHistory(reportId: string): Promise<HistoryEntry[]> {
  const events = await database().auditEvent.findMany({
    where: { reportId, action: { in: Object.keys(STEPS) } },
    orderBy: { sequence: 'asc' },
    select: { at: true, action: true },
  });
  return events.flatMap(({ at, action }) => (isStep(action) ? { at, step: STEPS[action] } : []));
}

function isStep(action: string): action is keyof typeof STEPS {
  return Object.hasOwn(STEPS, action);
}
