import { hexlify } from 'ethers';
import type { Prisma } from '@/generated/prisma/client';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { dataKeyOf, WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { wrapDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';
import { keptUntil, readRetentionRules, type RetentionTerm } from '../retention/retention-rules';
import { advance, type HeldErasure } from './advance';
import { itemsOf, type ErasureItems } from './erasure-items';

const AT_ONCE = 50;

const SENT = { include: WITH_KEYS } as const;
type Row = Prisma.ReportGetPayload<typeof SENT>;
type Rules = ReadonlyMap<ReportTemplate, RetentionTerm>;

/**
 * Decides for each report what becomes of it. The data key of one that the law requires the clinic to keep is wrapped with the key
 * of the doctor who wrote it, because that of the patient is destroyed. What is destroyed and what is kept is noted for the
 * receipt.
 */
export async function keepReports(held: HeldErasure): Promise<void> {
  const { accountId } = held;
  const rules = await readRetentionRules();
  const items = itemsOf(held);
  const known = new Set(items.destroyed.map(({ contentHash }) => contentHash));
  const kept: ErasureItems['kept'] = [];
  const now = await databaseNow();
  let after = '';
  for (;;) {
    const rows = await database().report.findMany({
      where: { patientId: accountId, contentHash: { not: null }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      ...SENT,
    });
    for (const row of rows) {
      const contentHash = hexlify(row.contentHash ?? '0x');
      const term = await keepIfRuled(row, rules, now);
      if (term !== null) kept.push({ contentHash, ...term });
      else if (row.objectAddress !== null && !known.has(contentHash)) {
        items.destroyed.push({ contentHash, objectAddress: row.objectAddress });
      }
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  items.destroyed.push(...(await ownFilesOf(accountId, known)));
  const key = await database().personKey.findUnique({ where: { accountId } });
  const noted = { ...items, kept, keyId: key?.keyId ?? items.keyId };
  await inTransaction((tx) => advance(tx, held, 'objects', { items: JSON.stringify(noted) }));
}

/** The files that the person has brought: no law has the clinic keep them. */
async function ownFilesOf(
  accountId: string,
  known: ReadonlySet<string>,
): Promise<ErasureItems['destroyed']> {
  const uploads = await database().upload.findMany({
    where: { accountId, objectAddress: { not: null } },
    select: { contentHash: true, objectAddress: true },
  });
  return uploads.flatMap(({ contentHash, objectAddress }) =>
    objectAddress === null || known.has(hexlify(contentHash ?? '0x'))
      ? []
      : [{ contentHash: hexlify(contentHash ?? '0x'), objectAddress }],
  );
}

/** Keeps a report when a rule says so. @returns until when and why; null for one that goes */
async function keepIfRuled(
  row: Row,
  rules: Rules,
  now: Date,
): Promise<{ until: string; basis: string } | null> {
  const { id: reportId, doctorId, contentHash, wrappedKey, forwardedAt } = row;
  const term = termOf(row, rules);
  if (term === null || wrappedKey === null) return null;
  const until = keptUntil(forwardedAt ?? row.createdAt, term);
  if (until <= now) return null;
  const found = { until: until.toISOString(), basis: term.basis };
  // By a worker that died in the middle of this step.
  if (row.keptUntil !== null) return found;
  const dataKey = dataKeyOf(row);
  if (dataKey === null) return null;
  await inTransaction(async (tx) => {
    const doctorKey = await ensurePersonKey(tx, doctorId);
    const context = { reportId, doctorId, patientId: null, contentHash };
    await tx.report.updateMany({
      where: { id: reportId, wrappedKey },
      data: { keptUntil: until, wrappedKey: wrapDataKey(dataKey, doctorKey, context) },
    });
  });
  return found;
}

function termOf(row: Row, rules: Rules): RetentionTerm | null {
  try {
    const template = templateOf(row);
    return template === null ? null : (rules.get(template) ?? null);
  } catch {
    // A row that was altered opens nothing any more: there is nothing to keep.
    log().error({ report: row.id }, 'a report of an erased patient cannot be opened');
    return null;
  }
}
