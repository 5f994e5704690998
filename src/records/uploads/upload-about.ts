import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';
import { isWholeText } from '@/platform/http/whole-text';

const atMost = { error: 'validation.atMostCharacters' satisfies MessageKey };
const whole = { error: 'validation.lostCharacter' satisfies MessageKey };

/** What a patient types about a file of theirs. */
export const uploadAboutSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, { error: 'records.about.titleMissing' satisfies MessageKey })
    .max(120, atMost)
    .refine(isWholeText, whole),
  /** The day on which it was taken, `YYYY-MM-DD`; null when not known. */
  takenOn: z.iso.date().nullable(),
  note: z.string().trim().max(1_000, atMost).refine(isWholeText, whole).nullable(),
  /** Whether an administrator may look at it to decide. */
  clinicMayLook: z.boolean(),
});

/** What a patient typed about a file of theirs. */
export type UploadAbout = z.infer<typeof uploadAboutSchema>;
