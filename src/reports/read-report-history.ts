import { database } from '@/platform/database';

/** What a report went through: every change of its state, and what led to one. */
const STEPS = {
  'report.draft-created': 'Draft begun',
  'report.forwarded': 'Forwarded to the patient',
  'report.approved': 'Approved by the patient',
  'report.rejected': 'Rejected by the patient',
  'report.amended': 'Amended by a new report',
  'report.withdrawn': 'Withdrawn by the doctor',
  'report.anchoring-begun': 'Anchoring begun by the patient',
  'report.anchoring-cancelled': 'Anchoring cancelled by the patient',
  'report.anchoring-failed': 'Anchoring failed',
  'report.anchored': 'Anchored on the blockchain',
  'report.retraction-requested': 'Retraction asked for by the doctor',
  'report.retracted': 'Retracted on the blockchain',
  'report.superseded': 'Replaced on the blockchain',
} as const;

/** One step of a report's life. */
export interface HistoryEntry {
  at: Date;
  step: string;
}

/** The steps of a report's life from its audit trail, oldest first. */
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
