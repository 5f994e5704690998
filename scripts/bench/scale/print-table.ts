/** What one call of a page costs. */
export interface PageFigures {
  /** Milliseconds. */
  p50: number;
  p95: number;
  /** Rows that the database read for it, temporary ones included. */
  rows: number;
  /** Milliseconds of the database's processor. */
  cpu: number;
}

/** The figures of all pages at one size. */
export type SizeFigures = Record<string, PageFigures>;

/** Prints rows read and p95 of each page, a column for each size. */
export function printTable(figures: ReadonlyMap<number, SizeFigures>): void {
  const sizes = [...figures.keys()];
  const names = Object.keys([...figures.values()].at(-1) ?? {});
  console.log(`| page | ${sizes.map((size) => `rows, p50, p95 (ms) at ${size}`).join(' | ')} |`);
  console.log(`|---|${sizes.map(() => '---|').join('')}`);
  for (const name of names) {
    const cells = sizes.map((size) => {
      const page = figures.get(size)?.[name];
      return page === undefined ? '' : `${page.rows} · ${page.p50} · ${page.p95}`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
