import { z } from 'zod';
import { adviceSchema, daySchema, forecastContentSchema } from './forecast-content';

const chain = z.object({
  id: z.int(),
  name: z.string(),
  /** False when fees of another chain are shown than reports are anchored on. */
  isOwn: z.boolean(),
});

/** What the page and `GET /api/forecast` say. */
export const forecastAnswerSchema = z.discriminatedUnion('status', [
  forecastContentSchema.extend({
    status: z.literal('ready'),
    chain,
    /** Those that are not over. */
    days: z.array(daySchema).min(1).max(8),
    /** `begun`: the advised hours are these. */
    advice: adviceSchema.extend({ begun: z.boolean() }),
    source: z.enum(['COLLECTED', 'IMPORTED', 'SIMULATED']),
    madeAt: z.iso.datetime(),
    /** Until when fees were known. */
    dataUntil: z.iso.datetime(),
    ageHours: z.number().nonnegative(),
  }),
  z.object({
    status: z.literal('none'),
    chain,
    /** Why there is none: never an invented number instead. */
    reason: z.enum(['too-little-history', 'chain-unavailable', 'data-too-old', 'not-made-yet']),
    /** Until when fees are known, if any are. */
    dataUntil: z.iso.datetime().nullable(),
  }),
]);

export type ForecastAnswer = z.infer<typeof forecastAnswerSchema>;
