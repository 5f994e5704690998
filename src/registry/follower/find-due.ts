import { hexlify } from 'ethers';
import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/platform/time/durations';

/** Not final yet: a reorganisation is noticed at once, so this only waits for finality. */
const UNFINAL_AGAIN_MS = 15 * SECOND_MS;
/** Not on the chain, according to our index. */
const ABSENT_AGAIN_MS = 10 * MINUTE_MS;
/** Final: looks for what was missed, such as a change by another application. */
const FINAL_AGAIN_MS = DAY_MS;

/** Reports of one round, so that the node is not flooded. */
const MOST_UNFINAL = 50;
const MOST_ABSENT = 20;
const MOST_FINAL = 5;

interface Due {
  contentHash: Uint8Array<ArrayBuffer>;
}

/** The content hashes of the reports whose state should be compared with the contract now. */
export async function findDue(): Promise<Uint8Array<ArrayBuffer>[]> {
  const found = await Promise.all(
    dueQueries(await databaseNow()).map((query) => database().$queryRaw<Due[]>(query)),
  );
  const hashes = found.flat().map(({ contentHash }) => Uint8Array.from(contentHash));
  return [...new Map(hashes.map((hash) => [hexlify(hash), hash])).values()];
}

/**
 * What finds the reports that are due. Each reads one index in its order and stops at its limit, however many
 * rows there are: what was never compared the newest first, everything else the longest waiting first.
 */
export function dueQueries(now: Date): Prisma.Sql[] {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  return [
    Prisma.sql`
      SELECT contentHash FROM ChainReport
      WHERE isFinal = FALSE AND checkedAt IS NULL
      ORDER BY addedBlock DESC LIMIT ${MOST_UNFINAL}`,
    Prisma.sql`
      SELECT contentHash FROM ChainReport
      WHERE isFinal = FALSE AND checkedAt < ${ago(UNFINAL_AGAIN_MS)}
      ORDER BY checkedAt LIMIT ${MOST_UNFINAL}`,
    Prisma.sql`
      SELECT contentHash FROM ChainReport
      WHERE isFinal = TRUE AND checkedAt < ${ago(FINAL_AGAIN_MS)}
      ORDER BY checkedAt LIMIT ${MOST_FINAL}`,
    absentQuery(Prisma.sql`IS NULL`, Prisma.sql`t.id DESC`),
    absentQuery(Prisma.sql`< ${ago(ABSENT_AGAIN_MS)}`, Prisma.sql`t.checkedAt`),
  ];
}

/** Reports that were attested once and are not anchored here. */
function absentQuery(checkedAt: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT STRAIGHT_JOIN r.contentHash
    FROM ChainTransaction AS t JOIN Report AS r ON r.id = t.reportId
    WHERE t.kind = 'ADD_REPORT' AND t.isSettled = FALSE AND t.checkedAt ${checkedAt}
      AND r.contentHash IS NOT NULL AND r.anchoredAt IS NULL
      AND r.state IN ('APPROVED', 'ANCHORING', 'WITHDRAWN')
    ORDER BY ${order} LIMIT ${MOST_ABSENT}`;
}
