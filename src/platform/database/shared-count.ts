import { randomInt } from 'node:crypto';
import { Prisma } from '@/generated/prisma/client';
import { beforeCommit, database, type Transaction } from './database';

/** So many rows make one sum: two writers at once seldom take the same. */
const PARTS = 8;

const pending = new WeakMap<Transaction, Map<string, number>>();

/**
 * Adds to a sum over all accounts, e.g. `report:ANCHORED`, as one of the last steps of a transaction.
 * @param tx a transaction of `inTransaction`
 */
export function addToShared(tx: Transaction, name: string, difference: number): void {
  const known = pending.get(tx);
  const differences = known ?? new Map<string, number>();
  differences.set(name, (differences.get(name) ?? 0) + difference);
  if (known !== undefined) return;
  pending.set(tx, differences);
  beforeCommit(tx, 'shared counts', () => write(tx, differences));
}

async function write(tx: Transaction, differences: ReadonlyMap<string, number>): Promise<void> {
  const part = randomInt(PARTS);
  const rows = [...differences]
    .filter(([, difference]) => difference !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, difference]) => Prisma.sql`(${name}, ${part}, ${difference})`);
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO SharedCount (name, part, value) VALUES ${Prisma.join(rows)}
    ON DUPLICATE KEY UPDATE value = value + VALUES(value)`;
}

/** The sums whose names begin with a prefix, by the rest of the name. */
export async function readShared(prefix: string): Promise<Map<string, number>> {
  const rows = await database().sharedCount.groupBy({
    by: ['name'],
    where: { name: { startsWith: prefix } },
    _sum: { value: true },
  });
  return new Map(rows.map(({ name, _sum }) => [name.slice(prefix.length), Number(_sum.value)]));
}

/**
 * Corrects the sums whose names begin with a prefix.
 * @param truth SQL that answers each whole name and its value; read at the same moment as the sums
 * @returns how many were wrong
 */
export async function correctShared(prefix: string, truth: Prisma.Sql): Promise<number> {
  const [wanted, parts] = await database().$transaction(
    [
      database().$queryRaw<{ name: string; value: unknown }[]>(truth),
      database().sharedCount.findMany({ where: { name: { startsWith: prefix } } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  const drift = new Map(wanted.map(({ name, value }) => [name, BigInt(String(value))]));
  for (const { name, value } of parts) drift.set(name, (drift.get(name) ?? 0n) - value);
  const wrong = [...drift].filter(([, difference]) => difference !== 0n);
  for (const [name, difference] of wrong) {
    const first = parts.find((row) => row.name === name && row.part === 0)?.value;
    // Two workers may find the same: only one of them finds the first part unchanged, too.
    if (first === undefined) {
      await database().sharedCount.create({ data: { name, part: 0, value: difference } });
    } else {
      await database().sharedCount.updateMany({
        where: { name, part: 0, value: first },
        data: { value: first + difference },
      });
    }
  }
  return wrong.length;
}
