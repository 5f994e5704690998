import { z } from 'zod';
import { database } from '@/platform/database/database';
import { HOURS_PER_WEEK } from '../hours/hourly-series';
import type { StoppingModel } from './learn-stopping';
import { SPREADS } from './plan-thresholds';

/** The part of a stored forecast that pages do not get. */
const storedSchema = z.object({
  stopping: z.object({
    shape: z.array(z.number()).length(HOURS_PER_WEEK),
    level: z.number(),
    weights: z.array(z.number()).length(SPREADS.length),
    from: z.int(),
  }),
});

/** The rule as learned with the newest forecast of a chain; null while too little is known, or if it is damaged. */
export async function readStopping(chainId: number): Promise<StoppingModel | null> {
  const newest = await database().feeForecast.findFirst({
    where: { chainId },
    orderBy: [{ dataUntil: 'desc' }, { madeAt: 'desc' }],
    select: { content: true },
  });
  const stored = storedSchema.safeParse(newest?.content);
  return stored.success ? stored.data.stopping : null;
}
