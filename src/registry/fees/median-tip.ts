import type { FeeHistory } from './fee-history';

/**
 * The median tip of a fee history, at the first percentile that was asked for. Empty blocks do not count: nodes
 * report a tip of 0 for them.
 * @returns undefined when all blocks were empty, or the node reports no tips.
 */
export function medianTip({
  gasUsedRatio,
  reward,
}: Pick<FeeHistory, 'gasUsedRatio' | 'reward'>): bigint | undefined {
  const tips = (reward ?? [])
    .filter((_, index) => (gasUsedRatio[index] ?? 0) > 0)
    .flatMap(([tip]) => (tip === undefined ? [] : [tip]))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return tips[tips.length >> 1];
}
