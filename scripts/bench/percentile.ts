/**
 * The value below which a share of the samples lies (nearest rank).
 * @param share from 0 to 1
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Median and 95th percentile, rounded to a tenth of a millisecond. */
export function summarise(milliseconds: readonly number[]): { p50: number; p95: number } {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    p50: round(percentile(milliseconds, 0.5)),
    p95: round(percentile(milliseconds, 0.95)),
  };
}
