import { describe, expect, it } from 'vitest';
import { fromLocalInput, offsetOf, toLocalInput } from './local-moment';

describe('local moments', () => {
  it('keeps the offset of the place where the time was typed', () => {
    expect(fromLocalInput('2026-03-04T09:30', 120)).toBe('2026-03-04T09:30:00+02:00');
    expect(fromLocalInput('2026-03-04T09:30', -210)).toBe('2026-03-04T09:30:00-03:30');
    expect(fromLocalInput('2026-03-04T09:30', 0)).toBe('2026-03-04T09:30:00+00:00');
  });

  it('shows the clock as it was written, wherever it is read', () => {
    expect(toLocalInput('2026-03-04T09:30:00+02:00')).toBe('2026-03-04T09:30');
    expect(offsetOf('2026-03-04T09:30:00+02:00')).toBe('UTC+02:00');
    expect(offsetOf('2026-03-04T09:30:00Z')).toBe('UTC');
  });

  it('leaves an unfinished time empty', () => {
    expect(fromLocalInput('', 120)).toBe('');
    expect(toLocalInput('')).toBe('');
    expect(offsetOf('')).toBe('');
  });
});
