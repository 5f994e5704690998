/** Measures each page of the bench's database and prints one line of JSON. Argument: the number of reports. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mariadb';
import { database } from '@/platform/database/database';
import { connectionOptions } from '@/platform/database/database-url';
import { env } from '@/platform/env';
import { longestLog } from './fill-traces';
import { madePages } from './made-pages';
import type { PageFigures, SizeFigures } from './print-table';
import { readCost } from './read-cost';

const LEAST_RUNS = 5;
const MOST_RUNS = 40;
/** Slow pages are not measured for longer. */
const LONGEST_MS = 20_000;
/** The server's own tasks after the database was filled. */
const SETTLING_MS = 3_000;

const connection = await createConnection(connectionOptions(env().DATABASE_URL));

async function measure(page: () => Promise<unknown>): Promise<PageFigures> {
  await page();
  const times: number[] = [];
  const before = await readCost(connection);
  const begun = performance.now();
  while (
    times.length < LEAST_RUNS ||
    (times.length < MOST_RUNS && performance.now() - begun < LONGEST_MS)
  ) {
    const start = performance.now();
    await page();
    times.push(performance.now() - start);
  }
  const after = await readCost(connection);
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.ceil(share * times.length) - 1] ?? 0);
  return {
    p50: at(0.5),
    p95: at(0.95),
    rows: Math.round((after.rows - before.rows) / times.length),
    cpu: round((after.cpuMs - before.cpuMs) / times.length),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

const figures: SizeFigures = {};
await setTimeout(SETTLING_MS);
const pages = await madePages(await longestLog(connection), randomBytes(32));
for (const [name, page] of Object.entries(pages)) {
  figures[name] = await measure(page);
  console.error(`${process.argv[2] ?? ''} ${name} ${JSON.stringify(figures[name])}`);
}
console.log(JSON.stringify(figures));
await connection.end();
await database().$disconnect();
process.exit(0);
