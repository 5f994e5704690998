/** Marks that an axis is divided into, about. */
const MARKS = 5;
const ROUND = [1, 2, 2.5, 5, 10];

/** Round marks from zero to just above the highest value; the chart's own may leave half of it empty. */
export function axisOf(values: readonly number[]): { ticks: number[]; domain: [number, number] } {
  const highest = Math.max(...values);
  const rough = highest / MARKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (ROUND.find((factor) => factor * power >= rough) ?? MARKS);
  const count = Math.ceil(highest / step);
  // Multiplied, not added up, and rounded: 3 × 0.1 shall be 0.3.
  const ticks = Array.from({ length: count + 1 }, (_, mark) =>
    Number((mark * step).toPrecision(6)),
  );
  return { ticks, domain: [0, ticks.at(-1) ?? highest] };
}
