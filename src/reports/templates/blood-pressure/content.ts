import { z } from 'zod';
import { ESH_2023, type EshCode } from './categories';

const ESH_CODES = ESH_2023.map(({ code }) => code) as [EshCode, ...EshCode[]];

/** The content of a blood-pressure report; mmHg, beats a minute. */
export const bloodPressureContentSchema = z.object({
  kind: z.literal('BLOOD_PRESSURE'),
  mean: z.object({ systolic: z.number(), diastolic: z.number() }),
  /** How the mean was taken. */
  rule: z.string(),
  category: z.enum(ESH_CODES),
  /** As the document words it, e.g. `Grade 1 hypertension`. */
  categoryWord: z.string(),
  /** Every category with its guideline, as the document words them. */
  guidelines: z.array(z.string()),
  readings: z.array(
    z.object({
      /** A, B or C. */
      name: z.string(),
      systolic: z.number(),
      diastolic: z.number(),
      pulse: z.number().nullable(),
    }),
  ),
  takenOn: z.iso.date(),
  /** Empty when none was stated. */
  medication: z.string(),
  /** What one visit does and does not show. */
  notes: z.string(),
});

/** The content of a blood-pressure report. */
export type BloodPressureContent = z.infer<typeof bloodPressureContentSchema>;
