import { z } from 'zod';

/** What a model is, where it comes from and how it did: kept with its weights. */
export const modelCardSchema = z.object({
  architecture: z.string(),
  /** Trainable numbers of one network. */
  parameters: z.int(),
  trees: z.int(),
  seeds: z.array(z.int()),
  /** First and last day learned from, `YYYY-MM-DD`. */
  dataFrom: z.string(),
  dataTo: z.string(),
  epochs: z.array(z.int()),
  /** Pinball loss of each network on the days held back to decide when to stop. */
  heldBackLoss: z.array(z.number()),
  /** Mean absolute error of the log price over the newest weeks, which it did not learn from. */
  newestWeeks: z.object({
    days: z.int(),
    error: z.number(),
    /** The model in use before, on the same weeks; null for the first. */
    errorBefore: z.number().nullable(),
  }),
  seconds: z.number(),
  tuning: z.string(),
});

export type ModelCard = z.infer<typeof modelCardSchema>;

/** On every card: how the numbers that training does not find were chosen. */
export const TUNING = 'Settings were tuned on Ethereum mainnet, 2022-05-12 and before, only.';
