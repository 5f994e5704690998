import { z } from 'zod';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import type { MessageKey } from '@/messages/translator';

/** Why a patient rejects a report: long enough to help the doctor amend it. */
export const rejectionSchema = z.object({
  reason: z
    .string()
    .trim()
    .refine(isWholeText, { error: LOST_CHARACTER })
    .min(10, { error: 'reports.rejection.tooShort' satisfies MessageKey })
    .max(1000, { error: 'reports.rejection.tooLong' satisfies MessageKey }),
});

export type Rejection = z.infer<typeof rejectionSchema>;
