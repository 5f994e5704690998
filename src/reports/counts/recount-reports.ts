import { Prisma } from '@/generated/prisma/client';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { correctShared } from '@/platform/database/shared-count';
import { log } from '@/platform/logger';
import { lockDoctors } from './add-to-doctors';
import { IS_UNSETTLED, settleCounts } from './settle-counts';

const BATCH = 200;

/**
 * Compares all counts with the reports and corrects those that are wrong, one doctor after another: nothing waits
 * for longer than one doctor's reports take. May run in several workers at once.
 * @returns how many reports and rows of counts were wrong
 */
export async function recountReports(): Promise<number> {
  let wrong = await settleAll();
  let after = '';
  for (;;) {
    const doctors = await database().doctorProfile.findMany({
      where: { accountId: { gt: after } },
      orderBy: { accountId: 'asc' },
      select: { accountId: true },
      take: BATCH,
    });
    for (const { accountId } of doctors) {
      wrong += await inTransaction((tx) => recountDoctor(tx, accountId));
    }
    const last = doctors.at(-1);
    if (last === undefined) break;
    after = last.accountId;
  }
  wrong += await correctShared(
    'report:',
    Prisma.sql`
      SELECT CONCAT('report:', state) AS name, CAST(SUM(reports) AS CHAR) AS value
      FROM DoctorCount WHERE state <> 'ALL' GROUP BY state`,
  );
  if (wrong > 0) log().warn({ wrong }, 'counts of reports corrected');
  return wrong;
}

/** Reports whose change nothing has counted, as those that a server of an older version wrote. */
async function settleAll(): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await database().$queryRaw<{ id: string }[]>`
      SELECT id FROM Report WHERE id > ${after} AND ${IS_UNSETTLED} ORDER BY id LIMIT ${BATCH}`;
    const ids = rows.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return count;
    await inTransaction((tx) => settleCounts(tx, ids));
    count += ids.length;
    after = last;
  }
}

async function recountDoctor(tx: Transaction, doctorId: string): Promise<number> {
  await lockDoctors(tx, [doctorId]);
  const counted = Prisma.sql`
    FROM Report WHERE doctorId = ${doctorId} AND countedState <> 'DISCARDED'`;
  const pairs = Prisma.sql`
    SELECT COALESCE(countedPatientId, '') AS patientId, countedState AS state, COUNT(*) AS reports,
      MAX(createdAt) AS newestAt, NULL AS sentAt ${counted} GROUP BY countedPatientId, countedState
    UNION ALL
    SELECT COALESCE(countedPatientId, ''), 'ALL', COUNT(*), MAX(createdAt), MAX(forwardedAt)
    ${counted} GROUP BY countedPatientId`;
  const missing = await tx.$executeRaw`
    INSERT INTO PairCount (doctorId, patientId, state, reports, newestAt, sentAt)
    SELECT ${doctorId}, truth.patientId, truth.state, truth.reports, truth.newestAt, truth.sentAt
    FROM (${pairs}) AS truth
    LEFT JOIN PairCount AS known ON known.doctorId = ${doctorId}
      AND known.patientId = truth.patientId AND known.state = truth.state
    WHERE known.reports IS NULL`;
  const wrong = await tx.$executeRaw`
    UPDATE PairCount AS known
    LEFT JOIN (${pairs}) AS truth ON truth.patientId = known.patientId AND truth.state = known.state
    SET known.reports = COALESCE(truth.reports, 0), known.newestAt = truth.newestAt,
      known.sentAt = truth.sentAt
    WHERE known.doctorId = ${doctorId} AND NOT (known.reports <=> COALESCE(truth.reports, 0)
      AND known.newestAt <=> truth.newestAt AND known.sentAt <=> truth.sentAt)`;
  return missing + wrong + (await recountSums(tx, doctorId));
}

async function recountSums(tx: Transaction, doctorId: string): Promise<number> {
  const sums = Prisma.sql`
    SELECT state, SUM(reports) AS reports, COUNT(IF(reports > 0, NULLIF(patientId, ''), NULL)) AS patients
    FROM PairCount WHERE doctorId = ${doctorId} GROUP BY state
    UNION ALL
    SELECT 'DISCARDED', COUNT(*), 0 FROM Report
    WHERE doctorId = ${doctorId} AND countedState = 'DISCARDED'`;
  const missing = await tx.$executeRaw`
    INSERT INTO DoctorCount (doctorId, state, reports, patients)
    SELECT ${doctorId}, truth.state, truth.reports, truth.patients FROM (${sums}) AS truth
    LEFT JOIN DoctorCount AS known ON known.doctorId = ${doctorId} AND known.state = truth.state
    WHERE known.reports IS NULL AND truth.reports > 0`;
  const wrong = await tx.$executeRaw`
    UPDATE DoctorCount AS known LEFT JOIN (${sums}) AS truth ON truth.state = known.state
    SET known.reports = COALESCE(truth.reports, 0), known.patients = COALESCE(truth.patients, 0)
    WHERE known.doctorId = ${doctorId} AND NOT (known.reports <=> COALESCE(truth.reports, 0)
      AND known.patients <=> COALESCE(truth.patients, 0))`;
  return missing + wrong;
}
