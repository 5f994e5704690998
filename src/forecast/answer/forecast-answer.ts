import { z } from 'zod';
import { adviceSchema, daySchema, forecastContentSchema } from './forecast-content';

const chain = z.object({
  id: z.int(),
  name: z.string(),
  /** False when fees of another chain are shown than reports are anchored on. */
  isOwn: z.boolean(),
});

const readySchema = forecastContentSchema.extend({
  status: z.literal('ready'),
  chain,
  /** Those that are not over. */
  days: z.array(daySchema).min(1).max(8),
  source: z.enum(['COLLECTED', 'IMPORTED', 'SIMULATED']),
  madeAt: z.iso.datetime(),
  /** Until when fees were known. */
  dataUntil: z.iso.datetime(),
  ageHours: z.number().nonnegative(),
  /** A model is being trained now: the next forecast may be better. */
  training: z.boolean(),
  /** When it was read: what was over then is left out. */
  asOf: z.iso.datetime(),
});

const noneSchema = z.object({
  status: z.literal('none'),
  chain,
  /** Why there is none: never an invented number instead. */
  reason: z.enum(['too-little-history', 'chain-unavailable', 'data-too-old', 'not-made-yet']),
  /** Until when fees are known, if any are. */
  dataUntil: z.iso.datetime().nullable(),
});

/** The forecast as pages get it, which make the advice of it and of the price that they show. */
export type ForecastAnswer = z.infer<typeof readySchema> | z.infer<typeof noneSchema>;

/** A forecast that there is. */
export type ReadyForecast = z.infer<typeof readySchema>;

/** What `GET /api/forecast` answers: with the price now, and the advice made against it. */
export const advisedForecastSchema = z.discriminatedUnion('status', [
  readySchema.extend({
    /** What gas costs now, gwei; null when it is not known, or when the forecast is of another chain. */
    price: z.number().positive().nullable(),
    advice: adviceSchema,
  }),
  noneSchema,
]);
