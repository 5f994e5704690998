import { describe, expect, it } from 'vitest';
import { medianTip } from './median-tip';

describe('the median tip', () => {
  it('is that of the blocks that were not empty', () => {
    const reward = [[0n], [3n], [0n], [1n], [2n], [0n]];
    expect(medianTip({ gasUsedRatio: [0, 0.2, 0, 1, 0.5, 0], reward })).toBe(2n);
    expect(medianTip({ gasUsedRatio: [0.5, 0.5, 0.5], reward: [[9n], [0n], [10n]] })).toBe(9n);
  });

  it('is unknown when every block was empty, or no tip is reported', () => {
    expect(medianTip({ gasUsedRatio: [0, 0], reward: [[0n], [5n]] })).toBeUndefined();
    expect(medianTip({ gasUsedRatio: [0.5], reward: null })).toBeUndefined();
    expect(medianTip({ gasUsedRatio: [0.5], reward: [[]] })).toBeUndefined();
  });
});
