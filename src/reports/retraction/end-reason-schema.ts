import { z } from 'zod';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';

/** Why a doctor takes a report back or declares it wrong: long enough for its patient to understand. */
export const endReasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .refine(isWholeText, { error: LOST_CHARACTER })
    .min(10, { error: 'Please say in at least 10 characters why.' })
    .max(1000, { error: 'Please use at most 1000 characters.' }),
});
