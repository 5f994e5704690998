import type { Connection } from 'mariadb';
import { HEAVY_PATIENT } from './made-ids';

/** Far above what the product's own events reach while the pages are measured. */
const FIRST_SEQUENCE = 1_000_000_000_000n;
/** Events of the report whose access log is read, for each thousand reports, and at least. */
const LOG_PER_THOUSAND = 2;
const LOG_AT_LEAST = 400;
/** What waits in the queue, or was given up, does not grow with the number of reports. */
const OPEN_JOBS = 40;
const FAILED_JOBS = 20;

/** The rows that follow from the reports between two ids: transactions, viewers, trail, done jobs. */
export async function fillTraces(connection: Connection, first: string, last: string) {
  const chosen = 'Report.id BETWEEN ? AND ?';
  const within = [first, last];
  await connection.query(
    `INSERT INTO ChainTransaction (id, reportId, kind, status, sender, permissions, isSettled, updatedAt)
      SELECT id, id, 'ADD_REPORT', 'CONFIRMED', '0x00000000000000000000000000000000000000AA', '[]', 1, updatedAt
      FROM Report WHERE ${chosen} AND anchoredAt IS NOT NULL`,
    within,
  );
  await connection.query(
    `INSERT INTO \`Grant\` (id, reportId, transactionId, state, salt, tag, sealedEmail)
      SELECT id, id, id, 'ACTIVE', UNHEX(MD5(id)), LEFT(UNHEX(SHA2(id, 256)), 27), UNHEX(SHA2(id, 512))
      FROM Report WHERE ${chosen} AND anchoredAt IS NOT NULL`,
    within,
  );
  for (const [action, when, actor] of [
    ['report.forwarded', 'forwardedAt', 'doctorId'],
    ['report.approved', 'decidedAt', 'patientId'],
    ['report.opened', 'decidedAt', 'patientId'],
    ['report.anchored', 'anchoredAt', "'chain-follower'"],
  ] as const) {
    await connection.query(
      `INSERT INTO AuditEvent (shard, sequence, at, action, actorKind, actorId, reportId, subjectId, details,
          previousHash, hash)
        SELECT 0, ${await nextSequence(connection)} + ROW_NUMBER() OVER (), ${when}, '${action}', 'ACCOUNT',
          ${actor}, id, patientId, '{}', UNHEX(SHA2(id, 256)), UNHEX(SHA2(id, 256))
        FROM Report WHERE ${chosen} AND ${when} IS NOT NULL`,
      within,
    );
  }
  await connection.query(
    `INSERT INTO OutboxJob (kind, payload, dedupeKey, attempts, runAfter, doneAt, createdAt)
      SELECT 'mail-report-forwarded', JSON_OBJECT('reportId', id), CONCAT('mail-report-forwarded:', id), 1,
        createdAt, createdAt, createdAt
      FROM Report WHERE ${chosen} AND forwardedAt IS NOT NULL`,
    within,
  );
}

/** The report whose access log is read: the first of the patient with the most that is anchored. */
export async function longestLog(connection: Pick<Connection, 'query'>): Promise<string> {
  const [report] = await connection.query<{ id: string }[]>(
    `SELECT id FROM Report WHERE patientId = '${HEAVY_PATIENT}' AND state = 'ANCHORED' ORDER BY id LIMIT 1`,
  );
  if (report === undefined) throw new Error('The database is not filled');
  return report.id;
}

/** Fills the longest access log and the queue up to what a size asks for. */
export async function fillLogAndQueue(connection: Connection, size: number): Promise<void> {
  const reportId = await longestLog(connection);
  const [known] = await connection.query<{ events: bigint; jobs: bigint }[]>(
    `SELECT (SELECT COUNT(*) FROM AuditEvent WHERE reportId = ?) AS events,
      (SELECT COUNT(*) FROM OutboxJob WHERE dedupeKey IS NULL) AS jobs`,
    [reportId],
  );
  const events = Math.max(LOG_AT_LEAST, Math.round((size / 1_000) * LOG_PER_THOUSAND));
  const missing = events - Number(known?.events ?? 0);
  if (missing > 0) {
    await connection.query(
      `INSERT INTO AuditEvent (shard, sequence, at, action, actorKind, actorId, reportId, subjectId, details,
          previousHash, hash)
        SELECT 0, ${await nextSequence(connection)} + seq, NOW(3), 'report.opened', 'ACCOUNT', ?, ?, ?, '{}',
          UNHEX(SHA2(seq, 256)), UNHEX(SHA2(seq, 256))
        FROM seq_1_to_${missing}`,
      [HEAVY_PATIENT, reportId, HEAVY_PATIENT],
    );
  }
  if (Number(known?.jobs ?? 0) > 0) return;
  await connection.query(
    `INSERT INTO OutboxJob (kind, payload, attempts, runAfter, failedAt, lastError)
      SELECT 'mail-report-forwarded', '{}', 30, NOW(3), IF(seq > ${OPEN_JOBS}, NOW(3), NULL), 'internal'
      FROM seq_1_to_${OPEN_JOBS + FAILED_JOBS}`,
  );
}

async function nextSequence(connection: Connection): Promise<bigint> {
  const [row] = await connection.query<{ last: bigint | null }[]>(
    `SELECT MAX(sequence) AS last FROM AuditEvent WHERE shard = 0`,
  );
  const last = row?.last ?? null;
  return last === null || last < FIRST_SEQUENCE ? FIRST_SEQUENCE : last;
}
