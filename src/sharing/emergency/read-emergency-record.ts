import { getPatient } from '@/accounts/people/get-patient';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Translate } from '@/messages/translator';
import { inTransaction } from '@/platform/database/database';
import { findEnds } from '@/reports/retraction/find-ends';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { templateTitle } from '@/reports/templates/templates';
import { READ_IN_EMERGENCY, type EmergencyRecordAnswer } from './emergency-report-schema';
import { readInEmergency } from './read-in-emergency';
import { requireOpenEmergency } from './require-open-emergency';

/** More than a doctor can look through in four hours. */
const MOST = 500;

/**
 * Lists the reports that two administrators have opened to a doctor, those sent last first. Every listing is an event of
 * the trail.
 * @throws AppError as requireOpenEmergency
 */
export async function readEmergencyRecord(
  actor: Actor,
  accessId: string,
  t: Translate,
): Promise<EmergencyRecordAnswer> {
  const read = () =>
    inTransaction(async (tx) => {
      const { patientId, endsAt } = await requireOpenEmergency(tx, actor, accessId, 'RECORD');
      const { name, birthDate } = await getPatient(tx, patientId);
      const found = await tx.report.findMany({
        where: { patientId, state: { in: [...READ_IN_EMERGENCY] } },
        include: WITH_KEYS,
        orderBy: { forwardedAt: 'desc' },
        take: MOST,
      });
      const ends = await findEnds(tx, found);
      const reports = found.filter(({ id }) => !ends.has(id));
      appendAuditEvent(tx, {
        ...{ action: 'emergency.record-listed', actorKind: 'ACCOUNT', actorId: actor.accountId },
        ...{ subjectId: patientId, details: { accessId, reports: reports.length } },
      });
      return {
        ...{ patientName: name, birthDate, endsAt: endsAt.toISOString() },
        reports: reports.flatMap((report) => {
          const template = templateOf(report);
          if (template === null) return [];
          return [
            {
              ...{ reportId: report.id, code: report.code, title: templateTitle(template, t) },
              sentAt: (report.forwardedAt ?? report.createdAt).toISOString(),
              isSealed: report.state === 'ANCHORED',
            },
          ];
        }),
      };
    });
  return readInEmergency(actor, accessId, read);
}
