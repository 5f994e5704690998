import { z } from 'zod';

const gwei = z.number().positive();
const instant = z.iso.datetime();
const percent = z.number();

/** One of the next days (UTC), gwei per gas. */
export const daySchema = z.object({
  date: z.iso.date(),
  /** The most useful single number; `low` to `high` holds the day's price four times in five. */
  point: gwei,
  low: gwei,
  high: gwei,
});

const hourSchema = z.object({ startsAt: instant, price: gwei });

/** The hours that the forecast chose. */
export const advisedHoursSchema = z.object({
  /** The advised UTC day. */
  date: z.iso.date(),
  /** The advised hours; null when no hours are known. */
  window: z
    .object({
      from: instant,
      until: instant,
      /** When the hour begins that is expected to cost least of them; versions before stored none. */
      best: instant.optional(),
    })
    .nullable(),
  /** Whether the chosen day is the next Sunday, or another one. */
  rule: z.enum(['model', 'sunday']),
});

export type AdvisedHours = z.infer<typeof advisedHoursSchema>;

/** The advised hours measured against the price now. */
export const adviceSchema = advisedHoursSchema.extend({
  /** `unknown`: there is no price now to compare with. */
  kind: z.enum(['now', 'wait', 'unknown']),
  /** The advised hours are these. */
  begun: z.boolean(),
  /** What gas is expected to cost in these hours; `low` to `high` holds it four times in five. */
  expected: z.object({ point: gwei, low: gwei, high: gwei }),
  /** Per cent less than the price now, as unsure as that; null when that price is not known. */
  saving: z.object({ likely: percent, low: percent, high: percent }).nullable(),
});

/** What a person could go by without a forecast. */
export const SIMPLE_RULES = ['nextSunday', 'nextSaturday', 'nearerWeekendDay', 'tomorrow'] as const;

/** How forecast and advice did of late, in per cent; each forecast made before its days were known. */
const recordSchema = z.object({
  /** Days forecast from that have settled. */
  origins: z.int(),
  /** Mean error of the forecast shown, of the best simple one, and of "as today". */
  errorPercent: percent,
  simpleErrorPercent: percent,
  lastValueErrorPercent: percent,
  /** Share of days inside the interval. */
  coveragePercent: percent,
  /** Saved by the advice against a random day of the next seven, and by always choosing Sunday. */
  savedPercent: percent,
  sundaySavedPercent: percent,
  /** Saved by each simple rule on the same days; versions before stored none. */
  rules: z.array(z.object({ name: z.enum(SIMPLE_RULES), savedPercent: percent })).default([]),
});

/** A forecast as it is stored and shown. */
export const forecastContentSchema = z.object({
  /** An eighth where the advised Sunday is the one that the week ends with. */
  days: z.array(daySchema).min(7).max(8),
  /** Every full hour until the last day ends; null when no hours are known. */
  hours: z.array(hourSchema).nullable(),
  /** Versions before also stored the advice as it was measured then, which is read no more. */
  advice: advisedHoursSchema,
  /** Null until three weeks of forecasts have settled. */
  record: recordSchema.nullable(),
  /** The forecast in use: the product, or simple smoothing while it does better or nothing was learned. */
  model: z.enum(['product', 'smoothing']),
  /** Of the learned model, if any. */
  version: z.int().nullable(),
  trainedAt: instant.nullable(),
});

export type ForecastContent = z.infer<typeof forecastContentSchema>;
