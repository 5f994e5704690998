import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Columns that another machine compares with the present: only the database's clock may fill or compare them. */
const SHARED_TIME =
  /expiresAt|claimedUntil|runAfter|retryAt|lockedUntil|endsAt|deadline|provedAt|lastSeenAt|beatAt|windowMs|dedupe/i;
const OWN_CLOCK = /new Date\(\)|Date\.now\(\)/;

const files = globSync(['src/**/*.ts']).filter(
  (file) => !/\.test\.ts$|\/ui\/|^src\/generated\//.test(file),
);

it('no column is filled by a machine’s own clock when it is left out', () => {
  // `now()` is computed by Prisma's client, `dbgenerated(…)` by the database.
  const columns = readFileSync('prisma/schema.prisma', 'utf8').split('\n');
  expect(columns.filter((line) => line.includes('now()'))).toEqual([]);
  expect(columns.filter((line) => line.includes('CURRENT_TIMESTAMP(3)')).length).toBeGreaterThan(5);
});

it('no due time or expiry is made from, or compared with, a machine’s own clock', () => {
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => SHARED_TIME.test(line) && OWN_CLOCK.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
