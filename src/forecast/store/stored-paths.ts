import { z } from 'zod';
import { database } from '@/platform/database/database';
import { dateOfDay } from '../history/hour-dates';
import { HORIZON } from '../models/model';
import type { ComponentPaths } from '@/forecast/ensemble/combine-paths';
import { dayOf, type Day } from '../series/day';

const week = z.array(z.number()).length(HORIZON);
const pathsSchema = z.array(z.object({ mid: week, low: week.optional(), high: week.optional() }));

/** What the components forecast on some days: only what fits in shape, by day. */
export async function readPaths(chainId: number, from: Day): Promise<Map<Day, ComponentPaths>> {
  const rows = await database().feeOrigin.findMany({
    where: { chainId, day: { gte: dateOfDay(from) } },
  });
  const paths = new Map<Day, ComponentPaths>();
  for (const { day, components } of rows) {
    const parsed = pathsSchema.safeParse(components);
    // An absent quantile is absent, not undefined.
    if (parsed.success) paths.set(dayOf(day), parsed.data.map(withoutUndefined));
  }
  return paths;
}

/** Stores what the components forecast; an earlier forecast of a day stays. */
export async function savePaths(
  chainId: number,
  paths: ReadonlyMap<Day, ComponentPaths>,
): Promise<void> {
  await database().feeOrigin.createMany({
    data: [...paths].map(([day, components]) => ({
      chainId,
      day: dateOfDay(day),
      components: components.map((path) => ({ ...path })),
    })),
    skipDuplicates: true,
  });
}

function withoutUndefined({ mid, low, high }: z.infer<typeof pathsSchema>[number]) {
  return low && high ? { mid, low, high } : { mid };
}
