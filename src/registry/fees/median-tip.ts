/** What an answer of eth_feeHistory says of tips: how full each block was, and its percentiles. */
interface TipHistory<T> {
  gasUsedRatio: readonly number[];
  /** Of each block, of which the first percentile asked for counts. */
  reward?: readonly (readonly T[])[] | null | undefined;
}

/**
 * The median of what blocks were tipped. An empty block tells nothing about tips: nodes say 0 of it.
 * @returns undefined when all blocks were empty, or the node tells no tips.
 */
export function medianTip<T extends number | bigint>({
  gasUsedRatio,
  reward,
}: TipHistory<T>): T | undefined {
  const tips = (reward ?? [])
    .filter((_, index) => (gasUsedRatio[index] ?? 0) > 0)
    .flatMap(([tip]) => (tip === undefined ? [] : [tip]))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return tips[tips.length >> 1];
}
