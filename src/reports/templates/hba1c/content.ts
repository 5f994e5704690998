import { z } from 'zod';
import { ADA, type AdaCode } from './category';

const ADA_CODES = ADA.map(({ code }) => code) as [AdaCode, ...AdaCode[]];

/** What an HbA1c report contains. */
export const hba1cContentSchema = z.object({
  kind: z.literal('HBA1C'),
  /** mmol/mol. */
  ifcc: z.number(),
  /** %. */
  ngsp: z.number(),
  category: z.enum(ADA_CODES),
  /** As the document words it. */
  categoryWord: z.string(),
  /** mmol/mol; null when none was stated. */
  target: z.number().nullable(),
  specimen: z.string(),
  /** ISO 8601 with an offset, on the clock of the clinic. */
  collectedAt: z.iso.datetime({ offset: true }),
  /** Empty when none was stated. */
  treatment: z.string(),
  /** What one test does and does not mean. */
  note: z.string(),
});

/** What an HbA1c report contains. */
export type Hba1cContent = z.infer<typeof hba1cContentSchema>;
