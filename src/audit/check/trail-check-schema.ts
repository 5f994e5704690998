import { z } from 'zod';

/** What is known of the trail, and how far its check has come. */
export const trailCheckSchema = z.object({
  /** `waiting`: it was never checked to its end, or a new check was asked for and has not begun. */
  outcome: z.enum(['waiting', 'checking', 'intact', 'broken']),
  /** Events whose hashes were recomputed. */
  checked: z.number().int().nonnegative(),
  /** Events in the trail. */
  total: z.number().int().nonnegative(),
  finishedAt: z.iso.datetime().nullable(),
  /** The first event that does not follow from the one before it. */
  brokenAt: z.object({ shard: z.number().int(), sequence: z.number().int() }).nullable(),
  /** The sealed day (ISO 8601 date, UTC) of that event, or whose events are not those that were anchored. */
  brokenDate: z.iso.date().nullable(),
  /** The newest day whose root is on the chain. */
  anchoredUntil: z.iso.date().nullable(),
  /** The newest day whose events were compared with the chain. */
  comparedUntil: z.iso.date().nullable(),
});

/** What is known of the trail, and how far its check has come. */
export type TrailCheckState = z.infer<typeof trailCheckSchema>;
