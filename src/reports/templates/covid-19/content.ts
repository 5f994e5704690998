import { z } from 'zod';
import { RESULTS } from './options';

/** The content of a COVID-19 report. */
export const covid19ContentSchema = z.object({
  kind: z.literal('COVID_19'),
  result: z.enum(RESULTS),
  /** As the document words it, e.g. `Not detected`. */
  resultWord: z.string(),
  /** What was tested, e.g. `COVID-19 PCR / NAAT`. */
  test: z.string(),
  method: z.string(),
  specimen: z.string(),
  /** Who collected it. */
  collection: z.string(),
  examinedOn: z.iso.date(),
  /** ISO 8601 with an offset, on the clock of the clinic. */
  collectedAt: z.iso.datetime({ offset: true }),
  reason: z.string(),
  symptoms: z.array(z.string()),
});

/** The content of a COVID-19 report. */
export type Covid19Content = z.infer<typeof covid19ContentSchema>;
