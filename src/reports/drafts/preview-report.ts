import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import {
  claimDetailsRead,
  recordDetailsRead,
  wasReadToday,
} from '@/accounts/people/patient-details-reads';
import { database, inTransaction } from '@/platform/database/database';
import { composeDocument } from './compose-document';
import { lockWrittenReport } from '@/reports/access/lock-written-report';
import { renderInThread } from '@/reports/documents/render-in-thread';
import { requireDraft } from './save-draft';
import { timeZoneSchema } from '@/platform/time/time-zone';

/** In which zone the PDF prints times. */
export const previewInput = z.object({ timeZone: timeZoneSchema });

/**
 * Renders the saved draft as it would be forwarded, marked as a preview. Records only that the doctor could read
 * the patient's details today.
 * @throws AppError not-found, wrong-state, invalid-input, undrawable-character, server-busy,
 *   pdf-unavailable, too-many-requests
 */
export async function previewReport(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof previewInput>,
): Promise<Uint8Array> {
  const unseen = await unseenPatient(actor, reportId);
  if (unseen !== null) await claimDetailsRead(actor);
  const { document } = await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, null);
    if (unseen !== null) recordDetailsRead(tx, actor, unseen);
    return composeDocument(tx, report, { timeZone: input.timeZone, preview: true });
  });
  return renderInThread(document);
}

/** The patient whom a draft of this doctor names, unless the doctor has looked at their details today. */
async function unseenPatient(actor: Actor, reportId: string): Promise<string | null> {
  const draft = await database().report.findFirst({
    where: { id: reportId, doctorId: actor.accountId, state: 'DRAFT' },
    select: { patientId: true },
  });
  const patientId = draft?.patientId ?? null;
  return patientId === null || (await wasReadToday(actor, patientId)) ? null : patientId;
}
