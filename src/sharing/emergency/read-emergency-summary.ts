import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import type { EmergencySummary, ShownSummary } from '@/records/emergency/summary-schema';
import { readSummaryOf } from '@/records/emergency/read-summary-of';
import type { EmergencySummaryAnswer } from './emergency-summary-answer';
import { readInEmergency } from './read-in-emergency';
import { requireOpenEmergency } from './require-open-emergency';

/**
 * Reads the summary of an access that is open. Every reading is an event of the trail.
 * @throws AppError as requireOpenEmergency; object-altered
 */
export async function readEmergencySummary(
  actor: Actor,
  accessId: string,
): Promise<EmergencySummaryAnswer> {
  const read = () =>
    inTransaction(async (tx) => {
      const { patientId, endsAt } = await requireOpenEmergency(tx, actor, accessId, 'SUMMARY');
      const { patient, summary, savedAt } = await readSummaryOf(tx, patientId);
      appendAuditEvent(tx, {
        ...{ action: 'emergency.summary-read', actorKind: 'ACCOUNT', actorId: actor.accountId },
        ...{ subjectId: patientId, details: { accessId } },
      });
      const { name, birthDate, gender, bloodGroup } = patient;
      return {
        ...{ name, birthDate, gender, bloodGroup, summary: summary && withoutAddresses(summary) },
        savedAt: savedAt?.toISOString() ?? null,
        endsAt: endsAt.toISOString(),
      };
    });
  return readInEmergency(actor, accessId, read);
}

function withoutAddresses({ contacts, ...summary }: EmergencySummary): ShownSummary {
  return {
    ...summary,
    contacts: contacts.map(({ name, relation, phone }) => ({ name, relation, phone })),
  };
}
