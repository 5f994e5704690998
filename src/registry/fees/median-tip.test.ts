import { describe, expect, it } from 'vitest';
import { medianTip } from './median-tip';

describe('the median tip', () => {
  it('is that of the blocks that held anything', () => {
    const reward = [[0n], [3n], [0n], [1n], [2n], [0n]];
    expect(medianTip({ gasUsedRatio: [0, 0.2, 0, 1, 0.5, 0], reward })).toBe(2n);
    expect(medianTip({ gasUsedRatio: [0.5, 0.5, 0.5], reward: [[9], [0], [10]] })).toBe(9);
  });

  it('is unknown where every block was empty, or none is told of', () => {
    expect(medianTip({ gasUsedRatio: [0, 0], reward: [[0n], [5n]] })).toBeUndefined();
    expect(medianTip({ gasUsedRatio: [0.5], reward: null })).toBeUndefined();
    expect(medianTip<bigint>({ gasUsedRatio: [0.5], reward: [[]] })).toBeUndefined();
  });
});
