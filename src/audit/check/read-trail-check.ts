import type { TrailCheck } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { dateOfDay } from '@/audit/days/trail-days';
import type { TrailCheckState } from './trail-check-schema';

/** The last result of the check that the worker makes, and its progress. */
export async function readTrailCheck(): Promise<TrailCheckState> {
  const check = await database().trailCheck.findUniqueOrThrow({ where: { id: 1 } });
  const [heads, checkpoints, anchored, compared, brokenDay] = await Promise.all([
    database().auditHead.aggregate({ _sum: { sequence: true } }),
    database().trailCheckpoint.aggregate({ _sum: { sequence: true } }),
    newestAnchored(),
    newestAnchored(check.nextDay),
    findBrokenDay(check),
  ]);
  const { finishedAt, restartAt, brokenShard: shard, brokenSequence: sequence } = check;
  const total = Number(heads._sum.sequence ?? 0);
  const checked = Number(checkpoints._sum.sequence ?? 0);
  const brokenAt =
    shard === null || sequence === null ? null : { shard, sequence: Number(sequence) };
  return {
    outcome: outcome(),
    checked,
    total,
    finishedAt: finishedAt?.toISOString() ?? null,
    brokenAt,
    brokenDate: toDate(brokenDay),
    anchoredUntil: toDate(anchored),
    comparedUntil: toDate(compared),
  };

  function outcome(): TrailCheckState['outcome'] {
    if (restartAt !== null) return 'waiting';
    if (brokenAt !== null || brokenDay !== null) return 'broken';
    if (checked < total || compared !== anchored) return 'checking';
    return finishedAt === null ? 'waiting' : 'intact';
  }
}

/** @param before only days before this one */
async function newestAnchored(before?: number): Promise<number | null> {
  const newest = await database().trailDay.findFirst({
    where: { state: 'ANCHORED', ...(before !== undefined && { day: { lt: before } }) },
    orderBy: { day: 'desc' },
    select: { day: true },
  });
  return newest?.day ?? null;
}

/** Where only the event is known, the day that holds it; null when it was not sealed yet. */
async function findBrokenDay(check: TrailCheck): Promise<number | null> {
  const { brokenDay, brokenShard: shard, brokenSequence } = check;
  if (brokenDay !== null || shard === null || brokenSequence === null) return brokenDay;
  const end = await database().trailDayShard.findFirst({
    where: { shard, sequence: { gte: brokenSequence } },
    orderBy: { day: 'asc' },
  });
  return end?.day ?? null;
}

function toDate(day: number | null): string | null {
  return day === null ? null : dateOfDay(day);
}
