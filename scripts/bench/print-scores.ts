import type { Score } from '@/forecast/judge/score';

/** A table for people. */
export function printScores(models: Readonly<Record<string, Score>>): void {
  console.table(
    Object.fromEntries(
      Object.entries(models).map(([name, score]) => [
        name,
        Object.fromEntries(Object.entries(score).map(([key, value]) => [key, round(value)])),
      ]),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
