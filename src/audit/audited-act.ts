import type { AuditEntry } from './audit-entry';
import type { Relation } from './policy/action-policy';
import type { AuditAction } from './policy/audit-action';
import { DATA_ACTION_OF, type DataEvent } from './policy/data-action';
import type { DataClass } from './policy/data-class';

/** An event about the data of a report: the policy decides what it leaves. */
interface DataAct extends AuditEntry {
  action: DataEvent;
  /** Who acts, as seen from the report. */
  relation: Relation;
  /** How confidential the report is; where it is not known, the highest class is assumed. */
  dataClass?: DataClass | undefined;
}

/** Any other event. */
interface OtherAct extends AuditEntry {
  action: Exclude<AuditAction, DataEvent>;
  /** Where a verb records events of both sorts. */
  relation?: Relation;
}

/** What a verb records. */
export type AuditedAct = DataAct | OtherAct;

/** Whether an act is about the data of a report. */
export function isDataAct(act: AuditedAct): act is DataAct {
  return DATA_ACTION_OF[act.action] !== null;
}
