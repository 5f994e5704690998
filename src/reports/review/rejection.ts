import { z } from 'zod';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';

/** Why a patient rejects a report: long enough to help the doctor amend it. */
export const rejectionSchema = z.object({
  reason: z
    .string()
    .trim()
    .refine(isWholeText, { error: LOST_CHARACTER })
    .min(10, { error: 'Please say in at least 10 characters what is wrong.' })
    .max(1000, { error: 'Please use at most 1000 characters.' }),
});

export type Rejection = z.infer<typeof rejectionSchema>;
