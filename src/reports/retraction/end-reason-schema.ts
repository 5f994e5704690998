import { z } from 'zod';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import type { MessageKey } from '@/messages/translator';

/** Why a doctor withdraws or retracts a report: long enough for its patient to understand. */
export const endReasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .refine(isWholeText, { error: LOST_CHARACTER })
    .min(10, { error: 'reports.endReasonSchema.tooShort' satisfies MessageKey })
    .max(1000, {
      error: 'reports.endReasonSchema.tooLong' satisfies MessageKey,
    }),
});
