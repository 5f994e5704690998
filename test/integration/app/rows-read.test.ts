import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { countAccounts } from '@/accounts/people/count-accounts';
import { nameColumns } from '@/accounts/people/name-key';
import { nameParts } from '@/accounts/people/index-name';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { PrismaClient } from '@/generated/prisma/client';
import { countUnread } from '@/notifications/count-unread';
import { hasUnreadAbout } from '@/notifications/has-unread-about';
import { listNotifications, newestNotifications } from '@/notifications/list-notifications';
import { readQueue } from '@/jobs/read-queue';
import { database, inTransaction, poolOptions } from '@/platform/database/database';
import { env } from '@/platform/env';
import { recountReports } from '@/reports/counts/recount-reports';
import { findOwnPatients } from '@/reports/drafts/find-own-patients';
import { countReports } from '@/reports/lists/count-reports';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { approveReport } from '@/reports/review/approve-report';
import { t } from '../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';

const PATIENTS = 500;
/** Of the busiest doctor; a third are for one patient. */
const REPORTS = 1_500;
const EVENTS = 600;
const JOBS = 1_000;
/** Far below the rows there are, and above what any page needs. */
const CEILING = 450;
/** No page reads more. */
const PAGE_CEILING = 2_000;

let admin: Person;
let doctor: Person;
let patient: Person;
let reportId: string;

beforeAll(async () => {
  admin = await createAdmin();
  doctor = await createDoctor();
  patient = await createPatient({ name: 'Mehmet Yılmaz' });
  const { passwordHash } = await database().account.findFirstOrThrow();
  const birthDate = new Date('1960-01-01');
  const others = Array.from({ length: PATIENTS }, (_, index) => ({
    id: randomUUID(),
    name: `Patient ${index} Mehmet`,
  }));
  const role = { role: 'PATIENT', status: 'ACTIVE', passwordHash } as const;
  await database().account.createMany({
    data: others.map(({ id, name }) => ({
      ...{ id, ...nameColumns(name), ...role },
      email: `${id}@test.example`,
    })),
  });
  await database().patientProfile.createMany({
    data: others.map(({ id }) => ({
      ...{ accountId: id, birthDate },
      ...({ gender: 'other', bloodGroup: 'UNKNOWN' } as const),
    })),
  });
  await database().patientNamePart.createMany({
    data: others.flatMap(({ id, name }) =>
      nameParts(name, birthDate).map((part) => ({ accountId: id, ...part })),
    ),
  });
  const reports = Array.from({ length: REPORTS }, (_, index) => {
    const patientId =
      index % 3 === 0 ? patient.actor.accountId : (others[index % PATIENTS]?.id ?? '');
    const ids = { doctorId: doctor.actor.accountId, patientId, countedPatientId: patientId };
    return {
      ...{ id: randomUUID(), code: String(index).padStart(16, '0'), ...ids },
      ...({ state: 'ANCHORED', countedState: 'ANCHORED' } as const),
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)),
    };
  });
  reportId = reports[0]?.id ?? '';
  await database().report.createMany({ data: reports });
  const hash = new Uint8Array(32);
  await database().auditEvent.createMany({
    data: Array.from({ length: EVENTS }, (_, index) => ({
      ...{ reportId, shard: 0, sequence: 1_000_000n + BigInt(index), at: new Date() },
      ...{ action: 'report.opened', actorKind: 'ACCOUNT', actorId: doctor.actor.accountId },
      ...{ details: {}, previousHash: hash, hash },
    })),
  });
  await database().outboxJob.createMany({
    data: Array.from({ length: JOBS }, () => ({
      ...{ kind: 'mail-report-forwarded', payload: {}, doneAt: new Date() },
    })),
  });
  await recountReports();
});

/** How many rows the database reads for something. */
function rowsRead(read: () => Promise<unknown>): Promise<number> {
  return growth('Handler_read%', read);
}

/** By how much the sum of some of the server's counters grows by something, on a client with one connection. */
async function growth(counters: string, read: () => Promise<unknown>): Promise<number> {
  const shared = globalThis as typeof globalThis & { medanchorDatabase?: PrismaClient };
  const usual = database();
  const single = new PrismaClient({
    adapter: new PrismaMariaDb({ ...poolOptions(env().DATABASE_URL), connectionLimit: 1 }),
  });
  const total = async () => {
    const rows = await single.$queryRaw<{ Value: string }[]>`
      SELECT VARIABLE_VALUE AS Value FROM information_schema.SESSION_STATUS
      WHERE VARIABLE_NAME LIKE ${counters}`;
    return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
  };
  shared.medanchorDatabase = single;
  try {
    const own = -(await total()) + (await total());
    const before = await total();
    await read();
    return (await total()) - before - own;
  } finally {
    shared.medanchorDatabase = usual;
    await single.$disconnect();
  }
}

const doctorsList = (query: { state?: 'ANCHORED'; patient?: string; page?: string }) =>
  listDoctorReports(doctor.actor, { state: null, patient: null, page: null, ...query });
const patientsList = (page: string | null) => listPatientReports(patient.actor, { page }, t);

it.each<[string, () => Promise<unknown>]>([
  ['a doctor’s list', () => doctorsList({})],
  ['its last page', () => doctorsList({ page: 'oldest' })],
  ['a page in its middle', async () => doctorsList({ page: (await doctorsList({})).older ?? '' })],
  ['a doctor’s list of one state', () => doctorsList({ state: 'ANCHORED' })],
  ['a doctor’s list of one patient', () => doctorsList({ patient: patient.actor.accountId })],
  ['a patient’s list', () => patientsList(null)],
  ['its last page', () => patientsList('oldest')],
  ['a search among a doctor’s own', () => findOwnPatients(doctor.actor, 'mehmet')],
  ['an access log', () => readAccessLog(patient.actor, reportId, null)],
  [
    'an administrator’s counts',
    () => Promise.all([countAccounts(admin.actor), countReports(admin.actor)]),
  ],
  ['the queue', () => readQueue()],
  ['a log-in', () => logIn({ email: patient.actor.email, password: patient.password })],
])('reads few rows for %s', async (_, read) => {
  await read();
  const rows = await rowsRead(read);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(CEILING);
});

it('reads as many rows at the bell of 100,000 notifications as of 1,000', async () => {
  const { actor } = patient;
  const reader = () =>
    Promise.all([countUnread(actor), newestNotifications(actor), hasUnreadAbout(actor, reportId)]);
  let middle = Date.now() - 500_000;
  const readPages = async () => {
    await listNotifications(actor, null);
    await listNotifications(actor, `older~${middle}.`);
    await listNotifications(actor, `newer~${middle}.`);
    await listNotifications(actor, 'oldest');
  };
  /** Unread but for every third; one a second, before now. */
  const fillUpTo = async (from: number, to: number) => {
    await database().$executeRaw`
      INSERT INTO Notification (id, accountId, kind, refId, createdAt, readAt)
      SELECT UUID(), ${actor.accountId}, 'report-sealed', UUID(), NOW(3) - INTERVAL seq SECOND,
        IF(seq % 3 = 0, NOW(3), NULL)
      FROM seq_1_to_100000 WHERE seq > ${from} AND seq <= ${to}`;
  };
  /** Not the first time, when the server also reads its own statistics. */
  const readAgain = async (read: () => Promise<unknown>) => {
    await read();
    return rowsRead(read);
  };
  await fillUpTo(0, 1_000);
  const [bell, pages] = [await readAgain(reader), await readAgain(readPages)];
  await fillUpTo(1_000, 100_000);
  middle = Date.now() - 50_000_000;
  expect(await readAgain(reader)).toBe(bell);
  expect(await readAgain(readPages)).toBe(pages);
  expect(bell).toBeLessThan(CEILING);
  expect(pages).toBeLessThan(CEILING);
});

it('reads few rows for a queue of many open and given-up jobs', async () => {
  const job = { kind: 'mail-report-forwarded', payload: {}, lastError: 'mail-unavailable' };
  await database().outboxJob.createMany({
    data: Array.from({ length: 2 * PAGE_CEILING }, (_, index) => ({
      ...job,
      failedAt: index % 2 === 0 ? new Date() : null,
    })),
  });
  expect(await rowsRead(readQueue)).toBeLessThan(PAGE_CEILING);
  expect(await readQueue()).toMatchObject({
    ...{ waiting: 500, hasMoreWaiting: true, retrying: 500 },
    ...{ failed: 500, hasMoreFailed: true },
  });
});

it('approves a report in few statements, each of which is a round trip', async () => {
  const ids = { doctorId: doctor.actor.accountId, patientId: patient.actor.accountId };
  const { id } = await database().report.create({
    data: { ...ids, code: 'A'.repeat(16), state: 'FORWARDED' },
  });
  await recountReports();
  // Besides BEGIN and COMMIT; now and then one asks for the time.
  const statements = await growth('Com_stmt_execute', () => approveReport(patient.actor, id));
  expect(statements).toBeGreaterThanOrEqual(18);
  expect(statements).toBeLessThanOrEqual(20);
  // The connection is READ COMMITTED as it is: no transaction has to ask for it.
  expect(await growth('Com_set_option', () => inTransaction((tx) => tx.report.count()))).toBe(0);
});

it('counts the rows that a query without an index reads', async () => {
  expect(
    await rowsRead(() => database().report.count({ where: { lockCount: -1 } })),
  ).toBeGreaterThan(REPORTS - 1);
});
