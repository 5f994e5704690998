import { Prisma } from '@/generated/prisma/client';
import type { KeysetQuery, TimeKey } from './keyset';

/** What a page adds to a statement: which rows lie beyond its place, in which order, and how many. */
interface KeysetSql {
  /** Begins with AND; empty at an end of the list. */
  beyond: Prisma.Sql;
  /** From ORDER BY to LIMIT. */
  limited: Prisma.Sql;
}

/**
 * A page of a list by time as one range of an index. Name that index in the statement, `FROM Table FORCE INDEX (…)`:
 * left alone, MariaDB takes the rows of the index's first columns, compares each with the place, and so reads all that
 * is newer than an older page (docs/decisions/158).
 * @param time the column of the list's order
 * @param id the column that distinguishes rows of one moment
 */
export function keysetByTime(
  { key, direction, take }: KeysetQuery<TimeKey>,
  time: string,
  id: string,
): KeysetSql {
  const [at, one] = [Prisma.raw(time), Prisma.raw(id)];
  const [is, order] = comparison(direction);
  const beyond =
    key === null
      ? Prisma.empty
      : Prisma.sql`AND ${at} ${is}= ${key.at} AND (${at} ${is} ${key.at} OR ${one} ${is} ${key.id})`;
  const limited = Prisma.sql`ORDER BY ${at} ${order}, ${one} ${order} LIMIT ${take}`;
  return { beyond, limited };
}

/** How rows beyond a place compare with it, and their order. */
export function comparison(direction: KeysetQuery<unknown>['direction']): [Prisma.Sql, Prisma.Sql] {
  return direction === 'older'
    ? [Prisma.raw('<'), Prisma.raw('DESC')]
    : [Prisma.raw('>'), Prisma.raw('ASC')];
}
