import { z } from 'zod';
import type { Actor } from '@/accounts/actor';
import { inTransaction } from '@/platform/database';
import { composeDocument } from './compose-document';
import { lockWrittenReport } from './lock-written-report';
import { renderPdf } from './pdf/render-pdf';
import { requireDraft } from './save-draft';
import { timeZoneSchema } from './time-zone';

/** Which version of the draft is meant, and in which zone its times are printed. */
export const renderInput = z.object({
  updatedAt: z.iso.datetime(),
  timeZone: timeZoneSchema,
});

/**
 * The PDF as it would be forwarded, marked as a preview. Nothing is kept.
 * @throws AppError not-found, wrong-state, conflict, invalid-input, undrawable-character
 */
export async function previewReport(
  actor: Actor,
  reportId: string,
  input: z.infer<typeof renderInput>,
): Promise<Uint8Array> {
  const document = await inTransaction(async (tx) => {
    const report = await lockWrittenReport(tx, actor, reportId);
    requireDraft(report, input.updatedAt);
    return composeDocument(tx, report, { timeZone: input.timeZone, preview: true });
  });
  return renderPdf(document);
}
