import { expect, it } from 'vitest';
import { readyAnswer } from './made-forecast';
import { adviseAgainst } from './advise-against';

it('is what was foretold while the price stays', () => {
  expect(adviseAgainst(readyAnswer(), 20)).toEqual(readyAnswer().advice);
});

it('saves more against a price that has risen, and nothing against one that has fallen', () => {
  const risen = adviseAgainst(readyAnswer(), 40);
  expect(risen).toMatchObject({ kind: 'wait', saving: { likely: 72, low: 62.5, high: 77.5 } });
  const fallen = adviseAgainst(readyAnswer(), 10);
  expect(fallen.kind).toBe('now');
  expect(fallen.saving.likely).toBeCloseTo(-12);
});

it('never says to wait within the advised hours', () => {
  expect(adviseAgainst(readyAnswer({}, { begun: true }), 40).kind).toBe('now');
});
