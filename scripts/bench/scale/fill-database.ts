/** Fills the bench's database up to a number of reports, from where it stands. Argument: that number. */
import { createConnection } from 'mariadb';
import { recountAccounts } from '@/accounts/people/tally-accounts';
import { database } from '@/platform/database/database';
import { connectionOptions } from '@/platform/database/database-url';
import { env } from '@/platform/env';
import { waitAsCommand } from '@/platform/time/patience';
import { recountReports } from '@/reports/counts/recount-reports';
import { fillPeople } from './fill-people';
import { fillReports } from './fill-reports';
import { fillLogAndQueue, fillTraces } from './fill-traces';
import { reportId } from './made-ids';

const BATCH = 5_000;
const SHOWN_EVERY = 50_000;

const size = Number(process.argv[2]);
const connection = await createConnection({
  ...connectionOptions(env().DATABASE_URL),
  timezone: 'Z',
});
const [row] = await connection.query<{ known: bigint }[]>('SELECT COUNT(*) AS known FROM Report');
let known = Number(row?.known ?? 0);
await fillPeople(connection, size);
while (known < size) {
  const to = Math.min(known + BATCH, size);
  // All rows of a batch or none: a stopped run is continued where it stands.
  await connection.beginTransaction();
  await fillReports(connection, { from: known, to, size });
  await fillTraces(connection, reportId(known), reportId(to - 1));
  await connection.commit();
  known = to;
  if (known % SHOWN_EVERY === 0) console.error(`${known} of ${size} reports`);
}
await fillLogAndQueue(connection, size);
waitAsCommand();
await recountReports();
await recountAccounts();
await database().$disconnect();
await connection.query(
  'ANALYZE TABLE Account, AuditEvent, OutboxJob, PairCount, PatientNamePart, Report',
);
await connection.end();
