import { database } from '@/platform/database/database';
import type { TrailCheckState } from './trail-check-schema';

/** The last result of the check that the worker makes, and its progress. */
export async function readTrailCheck(): Promise<TrailCheckState> {
  const [check, heads, checkpoints] = await Promise.all([
    database().trailCheck.findUniqueOrThrow({ where: { id: 1 } }),
    database().auditHead.aggregate({ _sum: { sequence: true } }),
    database().trailCheckpoint.aggregate({ _sum: { sequence: true } }),
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
  };

  function outcome(): TrailCheckState['outcome'] {
    if (restartAt !== null) return 'waiting';
    if (brokenAt !== null) return 'broken';
    if (checked < total) return 'checking';
    return finishedAt === null ? 'waiting' : 'intact';
  }
}
