import { describe, expect, it } from 'vitest';
import { newReportCode, REPORT_CODE } from './report-code';

describe('report codes', () => {
  it('look like those of the papers', () => {
    expect('1A4Y3JWDLHPRY31M').toMatch(REPORT_CODE);
    expect('1A4Y3JWDLHPRY31O').not.toMatch(REPORT_CODE);
  });

  it('are drawn evenly from 32 characters, so that each holds 80 bits', () => {
    const codes = Array.from({ length: 2_000 }, newReportCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => REPORT_CODE.test(code))).toBe(true);
    const counts = new Map<string, number>();
    for (const letter of codes.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // 32,000 letters: 1,000 of each, give or take six standard deviations.
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(190);
  });
});
