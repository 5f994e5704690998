/** A word on a chart, readable across its lines. */
export function chartMark(value: string) {
  return {
    value,
    fill: 'var(--mantine-color-text)',
    stroke: 'var(--mantine-color-default)',
    strokeWidth: 4,
    paintOrder: 'stroke',
  };
}
