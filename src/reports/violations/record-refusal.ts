import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { outcomeOf, type Relation } from '@/audit/policy/action-policy';
import type { DataAction } from '@/audit/policy/data-action';
import type { Report } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import { countRefusal } from './count-refusal';
import { countedClassOf } from './counted-class';

/**
 * Records that an account was refused what it tried with another person's report, and counts it. The patient reads of it in
 * the access log, without a name; of a report that was not sent to them they do not learn. What its doctor or its
 * patient is refused, for example in the wrong state, is recorded only where the policy calls it a violation.
 * What cannot be recorded is logged only: the refusal stays as it is.
 * @param reportId as it was asked for: nothing is recorded of a report that does not exist, or not any more
 */
export async function recordRefusal(
  actor: Actor,
  reportId: string,
  action: DataAction,
): Promise<void> {
  try {
    await record(actor, reportId, action);
  } catch (error) {
    log().error({ err: error }, 'a refused attempt at a report was not recorded');
  }
}

async function record(actor: Actor, reportId: string, action: DataAction): Promise<void> {
  const report = await database().report.findUnique({
    where: { id: reportId },
    include: WITH_KEYS,
  });
  if (report === null || report.state === 'ERASED') return;
  const relation = relationOf(actor, report);
  const outcome = outcomeOf(action, relation, countedClassOf(report));
  const isParty = relation === 'owner' || relation === 'issuer';
  if (isParty && outcome !== 'violation') return;
  const patientId = UNSENT_STATES.includes(report.state) ? null : report.patientId;
  const { accountId: actorId } = actor;
  await inTransaction(async (tx) => {
    appendAuditEvent(tx, {
      ...{ action: 'report.refused', actorKind: 'ACCOUNT', actorId, reportId },
      ...(patientId === null ? {} : { subjectId: patientId }),
      details: { tried: action },
    });
    await countRefusal(tx, {
      ...{ actorKind: 'ACCOUNT', actorId, relation, action, report, patientId },
    });
  });
}

function relationOf({ role, accountId }: Actor, report: Report): Relation {
  if (role === 'ADMIN') return 'administrator';
  if (report.doctorId === accountId) return 'issuer';
  return report.patientId === accountId ? 'owner' : 'stranger';
}
