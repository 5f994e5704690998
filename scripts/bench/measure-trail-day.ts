/**
 * Seals the day that fill-trail-day.ts has made and makes receipts for some of its events, as the worker and the
 * application do; started by bench-trail.ts: RECEIPTS. Prints seconds and MiB as JSON.
 */
import { makeReceipt } from '@/audit/days/make-receipt';
import { hashOfLeaf, rootByPath } from '@/audit/days/root-by-path';
import { sealTrailDay } from '@/audit/days/seal-trail-day';
import { database } from '@/platform/database/database';

const RECEIPTS = Number(process.argv[2]);

const start = performance.now();
if (!(await sealTrailDay())) throw new Error('There was no day to seal');
const sealed = performance.now();
const { day, size, root } = await database().trailDay.findFirstOrThrow();
// Receipts are given for anchored days; how long a block takes is not what is measured.
await database().trailDay.update({ where: { day }, data: { state: 'ANCHORED' } });
const first = await database().auditEvent.findFirstOrThrow({ orderBy: { id: 'asc' } });
const begun = performance.now();
for (let index = 0; index < RECEIPTS; index += 1) {
  const id = first.id + BigInt(Math.floor((index * size) / RECEIPTS));
  const receipt = await makeReceipt(
    await database().auditEvent.findUniqueOrThrow({ where: { id } }),
  );
  const path = receipt.path.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex')));
  const leaf = await hashOfLeaf(receipt.leaf);
  const reached = await rootByPath(leaf, receipt.index, receipt.size, path);
  if (reached === null || Buffer.compare(reached, root) !== 0) throw new Error('A false receipt');
}
const seconds = (sealed - start + performance.now() - begun) / 1_000;
const mib = process.resourceUsage().maxRSS / 1_024;
const rounded = (value: number) => Math.round(value * 10) / 10;
console.log(
  JSON.stringify({
    events: size,
    receipts: RECEIPTS,
    sealSeconds: rounded((sealed - start) / 1_000),
    seconds: rounded(seconds),
    mib: rounded(mib),
  }),
);
await database().$disconnect();
process.exit(0);
