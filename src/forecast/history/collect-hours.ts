import { HOUR_MS, SECOND_MS } from '@/platform/time/durations';
import { hourOf, type Hour } from '../hours/hourly-series';
import { readKnownHours } from './read-known-hours';
import { findBlock, readBlock, type BlockTime } from './find-block';
import { sampleFees } from './sample-hour';
import { saveHours } from './save-hours';

const HOUR_SECONDS = HOUR_MS / SECOND_MS;
/** Blocks of each hour that are looked at: four minutes of a chain with 12-second blocks. */
const BLOCKS = 20;

/** How far a collection has come. */
export interface CollectProgress {
  done: number;
  of: number;
  saved: number;
}

/**
 * Samples hours that are past by the chain's own clock and not known yet, newest first, and saves
 * each as soon as it is there: whatever stops it, as a node that refuses older blocks or so many calls,
 * the next run goes on.
 * @returns how many hours were saved; hours without blocks are not.
 * @throws AppError chain-unavailable
 */
export async function collectHours(
  chainId: number,
  wanted: readonly Hour[],
  onProgress?: (progress: CollectProgress) => void,
): Promise<number> {
  const latest = await readBlock('latest');
  const first = await readBlock(0);
  const complete = Math.floor(latest.timestamp / HOUR_SECONDS);
  const known = await readKnownHours(chainId, wanted);
  const missing = wanted
    .filter((hour) => hour < complete && !known.has(hour) && isAfter(hour, first))
    .toSorted((a, b) => b - a);
  let above = latest;
  let saved = 0;
  for (const [index, hour] of missing.entries()) {
    const end = await findBlock((hour + 1) * HOUR_SECONDS, first, above);
    above = end;
    const sample = await sampleBefore(hour, end);
    if (sample) {
      await saveHours(chainId, [{ hour, ...sample }], 'COLLECTED');
      saved += 1;
    }
    onProgress?.({ done: index + 1, of: missing.length, saved });
  }
  return saved;
}

/** The hours that are over, of the last `count`. */
export function lastHours(now: Date, count: number): Hour[] {
  return Array.from({ length: count }, (_, back) => hourOf(now) - 1 - back);
}

/** The block before the end of an hour must lie in the hour, else the hour had none. */
async function sampleBefore(hour: Hour, end: BlockTime) {
  const last = await readBlock(Math.max(0, end.number - 1));
  if (last.timestamp < hour * HOUR_SECONDS) return undefined;
  return sampleFees(last.number, Math.min(BLOCKS, last.number + 1));
}

function isAfter(hour: Hour, first: BlockTime): boolean {
  return (hour + 1) * HOUR_SECONDS > first.timestamp;
}
