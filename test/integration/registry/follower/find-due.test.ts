import { hexlify } from 'ethers';
import { beforeAll, expect, it } from 'vitest';
import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { dueQueries, findDue } from '@/registry/follower/find-due';
import { createApprovedRow } from '../../../support/reports/approved-report';
import { createDoctor, createPatient } from '../../../support/people/factories';

const MANY = 5_000;

let absent: Uint8Array | null;

beforeAll(async () => {
  const { id, contentHash } = await createApprovedRow(await createDoctor(), await createPatient());
  absent = contentHash;
  // Compared an hour ago, a third of them not final; one in ten was never compared.
  await database().$executeRaw`
    INSERT INTO ChainReport (contentHash, owner, issuer, sealedMetadata, permissions, status, addedBlock,
      addedAt, addedTransaction, permissionsBlock, changedAt, isFinal, checkedAt)
    SELECT UNHEX(SHA2(seq, 256)), '0x', '0x', '', '[]', 1, seq, NOW(3), '0x', seq, NOW(3), seq % 3 > 0,
      IF(seq % 10 = 0 AND seq % 3 = 0, NULL, NOW(3) - INTERVAL 2 DAY + INTERVAL seq SECOND)
    FROM seq_1_to_5000`;
  // Attempts that are settled, and one that is not.
  await database().$executeRaw`
    INSERT INTO ChainTransaction (id, reportId, kind, status, sender, permissions, checkedAt, isSettled, updatedAt)
    SELECT UUID(), ${id}, 'ADD_REPORT', 'FAILED', '0x', '[]',
      IF(seq % 2 = 0, NULL, NOW(3) - INTERVAL 1 DAY), seq > 1, NOW(3)
    FROM seq_1_to_5000`;
  await database().$executeRaw`ANALYZE TABLE ChainReport, ChainTransaction`;
});

interface Step {
  table: string;
  key: string | null;
  Extra: string | null;
}

it('finds what is due by an index, without sorting, however many rows there are', async () => {
  expect(await database().chainReport.count()).toBeGreaterThanOrEqual(MANY);
  for (const query of dueQueries(new Date())) {
    const steps = await database().$queryRaw<Step[]>(Prisma.sql`EXPLAIN ${query}`);
    const [first] = steps;
    expect(first?.key).toMatch(
      /^(ChainReport_isFinal_checkedAt_addedBlock|ChainTransaction_kind_isSettled_checkedAt)_idx$/,
    );
    expect(first?.Extra ?? '').not.toContain('filesort');
  }
});

it('takes the newest of what was never compared, and of the rest what waited longest', async () => {
  const due = (await findDue()).map((hash) => hexlify(hash));
  const blocks = await database().chainReport.findMany({
    where: { contentHash: { in: (await findDue()).map((hash) => Uint8Array.from(hash)) } },
    select: { addedBlock: true, checkedAt: true, isFinal: true },
  });
  const numbers = (rows: typeof blocks) => rows.map(({ addedBlock }) => Number(addedBlock));
  const never = numbers(blocks.filter(({ checkedAt }) => checkedAt === null));
  expect(never).toHaveLength(50);
  expect(Math.min(...never)).toBe(5_000 - 20 - 30 * 49);
  const again = blocks.filter(({ checkedAt, isFinal }) => checkedAt !== null && !isFinal);
  expect(again).toHaveLength(50);
  expect(Math.min(...numbers(again))).toBe(3);
  const final = blocks.filter(({ isFinal }) => isFinal);
  expect(numbers(final).toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5, 7]);
  expect(due).toContain(hexlify(absent ?? new Uint8Array()));
});
