import { outcomeOf, type Relation } from '@/audit/policy/action-policy';
import type { DataAction } from '@/audit/policy/data-action';
import type { ActorKind, ViolationKind } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { hasCallsLeft } from '@/platform/http/call-windows';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { countedClassOf } from './counted-class';
import { recordViolation } from './record-violation';
import { REFUSALS } from './violation-caps';

/** An attempt at a report that was refused. */
interface Refusal {
  actorKind: ActorKind;
  /** Account id, or grant id of a guest. */
  actorId: string;
  /** Who tried, as seen from the report. */
  relation: Relation;
  action: DataAction;
  report: KeyedReport;
  /** Null where the patient does not know of the report. */
  patientId: string | null;
}

/**
 * Counts a refused attempt: it is a violation where the policy says so, or when there are more than the cap in an hour. The
 * caller has refused it, and records it in the trail.
 */
export async function countRefusal(tx: Transaction, refusal: Refusal): Promise<void> {
  const { actorKind, actorId, relation, action, report, patientId } = refusal;
  const isWithinCap = await hasCallsLeft(
    tx,
    `refused attempts at ${patientId ?? report.id}`,
    actorId,
    REFUSALS,
  );
  const outcome = outcomeOf(action, relation, countedClassOf(report));
  if (outcome !== 'violation' && isWithinCap) return;
  const kind = kindOf(relation, action);
  await recordViolation(tx, { kind, actorKind, actorId, patientId, reportId: report.id });
}

function kindOf(relation: Relation, action: DataAction): ViolationKind {
  if (relation === 'former-viewer') return 'READ_AFTER_END';
  return action === 'duplicate' ? 'EXPORT_BEYOND_SCOPE' : 'DENIED_ATTEMPTS';
}
