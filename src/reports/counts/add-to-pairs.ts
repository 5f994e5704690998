import { Prisma, type PairCount } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import {
  NO_PATIENT,
  placeKey,
  reportsOf,
  type CountedPlace,
  type PlaceTotal,
} from './counted-place';

/** A doctor has one patient more, or one less, with reports in a state. */
export interface PatientChange extends CountedPlace {
  patients: 1 | -1;
}

/**
 * Adds to the rows of PairCount. Their doctors must be locked (lockDoctors).
 * @param totals one for each row, ordered as in sumByPlace
 * @returns where the first report of a patient came, or the last one left
 */
export async function addToPairs(
  tx: Transaction,
  totals: readonly PlaceTotal[],
): Promise<PatientChange[]> {
  if (totals.length === 0) return [];
  const values = totals.map(
    ({ doctorId, patientId, state, reports, newestAt, sentAt }) =>
      Prisma.sql`(${doctorId}, ${patientId}, ${state}, ${reports}, ${newestAt}, ${sentAt})`,
  );
  // MySQL assigns from left to right: the newest time sees the new number of reports.
  await tx.$executeRaw`
    INSERT INTO PairCount (doctorId, patientId, state, reports, newestAt, sentAt)
    VALUES ${Prisma.join(values)}
    ON DUPLICATE KEY UPDATE
      reports = reports + VALUES(reports),
      newestAt = IF(reports > 0,
        COALESCE(GREATEST(newestAt, VALUES(newestAt)), newestAt, VALUES(newestAt)), NULL),
      sentAt = COALESCE(GREATEST(sentAt, VALUES(sentAt)), sentAt, VALUES(sentAt))`;
  const rows = await tx.pairCount.findMany({
    where: {
      OR: totals.map(({ doctorId, patientId, state }) => ({ doctorId, patientId, state })),
    },
  });
  const byKey = new Map(rows.map((row) => [`${row.doctorId} ${row.patientId} ${row.state}`, row]));
  const changes: PatientChange[] = [];
  for (const total of totals) {
    const row = byKey.get(placeKey(total));
    if (row === undefined) throw new Error('A row of PairCount is gone');
    if (total.leftAt !== null) await renewNewest(tx, total, total.leftAt, row);
    const before = row.reports - total.reports;
    if (total.patientId === NO_PATIENT || before > 0 === row.reports > 0) continue;
    changes.push({ ...total, patients: row.reports > 0 ? 1 : -1 });
  }
  return changes;
}

/** The report that left may have been the newest. */
async function renewNewest(
  tx: Transaction,
  place: PlaceTotal,
  leftAt: Date,
  row: PairCount,
): Promise<void> {
  if (row.newestAt === null || leftAt < row.newestAt) return;
  // One as new came in its place.
  if (place.newestAt !== null && place.newestAt >= leftAt) return;
  const newestAt = await findNewest(tx, place);
  if (newestAt?.getTime() === row.newestAt.getTime()) return;
  const { doctorId, patientId, state } = place;
  await tx.pairCount.updateMany({ where: { doctorId, patientId, state }, data: { newestAt } });
}

async function findNewest(tx: Transaction, place: CountedPlace): Promise<Date | null> {
  // Each is the end of an index; ALL is two of them, because discarded drafts are neither.
  const wheres =
    place.state === 'ALL'
      ? [true, false].map((isStanding) => ({ ...reportsOf(place), isStanding }))
      : [reportsOf(place)];
  const times: number[] = [];
  for (const where of wheres) {
    const newest = await tx.report.findFirst({
      where,
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    });
    if (newest !== null) times.push(newest.createdAt.getTime());
  }
  return times.length === 0 ? null : new Date(Math.max(...times));
}
