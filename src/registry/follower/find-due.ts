import { hexlify } from 'ethers';
import { database } from '@/platform/database';
import { databaseNow } from '@/platform/database-now';

const SECOND = 1_000;

/** Not final yet: a reorganisation is noticed at once, so this only waits for finality. */
const UNFINAL_AGAIN_MS = 15 * SECOND;
/** Not on the chain as far as we know. */
const ABSENT_AGAIN_MS = 600 * SECOND;
/** Final: looks for what was missed, such as a change by another application. */
const FINAL_AGAIN_MS = 86_400 * SECOND;
/** An attestation lives an hour: whatever came of it was on the chain long before. */
const ABSENT_FOR_MS = 30 * 86_400 * SECOND;

/** Reports of one round, so that the node is not flooded. */
const MOST_UNFINAL = 50;
const MOST_ABSENT = 20;
const MOST_FINAL = 5;

/** The content hashes of the reports whose state should be compared with the contract now. */
export async function findDue(): Promise<Uint8Array<ArrayBuffer>[]> {
  const now = (await databaseNow()).getTime();
  const ago = (milliseconds: number) => new Date(now - milliseconds);
  const [unfinal, absent, final] = await Promise.all([
    database().chainReport.findMany({
      where: {
        isFinal: false,
        OR: [{ checkedAt: null }, { checkedAt: { lt: ago(UNFINAL_AGAIN_MS) } }],
      },
      orderBy: { checkedAt: 'asc' },
      take: MOST_UNFINAL,
      select: { contentHash: true },
    }),
    findAbsent(ago(ABSENT_AGAIN_MS), ago(ABSENT_FOR_MS)),
    database().chainReport.findMany({
      where: { isFinal: true, checkedAt: { lt: ago(FINAL_AGAIN_MS) } },
      orderBy: { checkedAt: 'asc' },
      take: MOST_FINAL,
      select: { contentHash: true },
    }),
  ]);
  const hashes = [...unfinal, ...absent, ...final].flatMap(({ contentHash }) =>
    contentHash === null ? [] : [contentHash],
  );
  return [...new Map(hashes.map((hash) => [hexlify(hash), hash])).values()];
}

/** Reports that were attested once and are not anchored here. */
function findAbsent(askedBefore: Date, begunAfter: Date) {
  return database().report.findMany({
    where: {
      contentHash: { not: null },
      anchoredAt: null,
      state: { in: ['APPROVED', 'ANCHORING', 'WITHDRAWN'] },
      transactions: {
        some: {
          kind: 'ADD_REPORT',
          OR: [
            { checkedAt: null },
            { checkedAt: { lt: askedBefore }, createdAt: { gt: begunAfter } },
          ],
        },
      },
    },
    take: MOST_ABSENT,
    select: { contentHash: true },
  });
}
