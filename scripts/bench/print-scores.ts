/** A table for people: models by metrics. */
export function printScores(
  models: Readonly<Record<string, Readonly<Record<string, number>>>>,
): void {
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
