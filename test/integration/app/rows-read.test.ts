import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countAccounts } from '@/accounts/people/count-accounts';
import { nameColumns } from '@/accounts/people/name-key';
import { nameParts } from '@/accounts/people/index-name';
import { patientFields } from '@/accounts/people/patient-profile-mac';
import { accountFields, NO_FACTORS } from '@/accounts/passwords/account-mac';
import { listOwnSessions } from '@/accounts/sessions/list-own-sessions';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { countUnread } from '@/notifications/count-unread';
import { hasUnreadAbout } from '@/notifications/has-unread-about';
import { listNotifications, newestNotifications } from '@/notifications/list-notifications';
import { readQueue } from '@/jobs/read-queue';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database, inTransaction } from '@/platform/database/database';
import { recountReports } from '@/reports/counts/recount-reports';
import { findOwnPatients } from '@/reports/drafts/find-own-patients';
import { forwardReport } from '@/reports/drafts/forward-report';
import { MINUTE_MS } from '@/platform/time/durations';
import { countReports } from '@/reports/lists/count-reports';
import { pageOfPatients, pageOfReports } from '@/reports/lists/doctor-report-pages';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { proofMacBy, proofsKey } from '@/vault/proof-mac';
import { approveReport } from '@/reports/review/approve-report';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { growth, rowsRead, rowsReadAgain } from '../../support/database/rows-read';
import { t } from '../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { createFilledDraft, TIME_ZONE } from '../../support/reports/report-factories';

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
  const key = await proofsKey(database());
  await database().account.createMany({
    data: others.map(({ id, name }) => {
      const account = { id, ...nameColumns(name), ...role, email: `${id}@test.example` };
      const fields = accountFields({ ...account, ...NO_FACTORS });
      return { ...account, mac: proofMacBy(key, 'account', fields) };
    }),
  });
  await database().patientProfile.createMany({
    data: others.map(({ id }, index) => {
      const known = { birthDate, birthPrecision: 'DAY', gender: 'other' } as const;
      const profile = { accountId: id, number: 10_000 + index, ...known };
      const fields = patientFields({ ...profile, firstReportAt: null });
      const mac = proofMacBy(key, 'patient-profile', fields);
      return { ...profile, mac, sealedBloodGroup: new Uint8Array(44) };
    }),
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
  await fillUpTo(0, 1_000);
  const [bell, pages] = [await rowsReadAgain(reader), await rowsReadAgain(readPages)];
  await fillUpTo(1_000, 100_000);
  middle = Date.now() - 50_000_000;
  expect(await rowsReadAgain(reader)).toBe(bell);
  // Where a page begins a millisecond later, it may be one row more or less.
  expect(await rowsReadAgain(readPages)).toBeLessThanOrEqual(pages + 4);
  expect(bell).toBeLessThan(CEILING);
  expect(pages).toBeLessThan(CEILING);
});

describe('in lists of 12,000 rows', () => {
  const ROWS = 12_000;
  /** In the middle of those of `fill`, one a minute before now. */
  const middle = `${Date.now() - (ROWS / 2) * MINUTE_MS}.`;
  let middleEvent: bigint;
  let long: { doctor: Person; patient: Person; reportId: string };

  beforeAll(async () => {
    long = { doctor: await createDoctor(), patient: await createPatient(), reportId: randomUUID() };
    const { reportId } = long;
    const [doctorId, patientId] = [long.doctor.actor.accountId, long.patient.actor.accountId];
    await database().$executeRaw`
      INSERT INTO Report (id, code, state, doctorId, patientId, createdAt, updatedAt)
      SELECT IF(seq = 1, ${reportId}, UUID()), CONCAT('L', LPAD(seq, 15, '0')), 'ANCHORED',
        ${doctorId}, ${patientId}, NOW(3) - INTERVAL seq MINUTE, NOW(3) - INTERVAL seq MINUTE
      FROM seq_1_to_12000`;
    await database().$executeRaw`
      INSERT INTO PairCount (doctorId, patientId, state, reports, newestAt)
      SELECT ${doctorId}, UUID(), IF(seq % 2 = 0, 'ALL', 'ANCHORED'), 1, NOW(3) - INTERVAL seq MINUTE
      FROM seq_1_to_12000`;
    // Every fifth is none that the log shows.
    await database().$executeRaw`
      INSERT INTO AuditEvent (shard, sequence, at, action, actorKind, actorId, reportId, details,
        previousHash, hash)
      SELECT 1, 2000000 + seq, NOW(3), IF(seq % 5 = 0, 'report.draft-created', 'report.opened'),
        'ACCOUNT', ${doctorId}, ${reportId}, '{}', REPEAT('0', 32), REPEAT('0', 32)
      FROM seq_1_to_12000`;
    await database().$executeRaw`
      INSERT INTO Session (id, accountId, createdAt, lastSeenAt, expiresAt)
      SELECT UUID(), ${doctorId}, NOW(3), NOW(3), NOW(3) + INTERVAL 1 HOUR FROM seq_1_to_100`;
    const { id } = await database().auditEvent.findFirstOrThrow({
      where: { shard: 1, sequence: 2_000_000n + BigInt(ROWS / 2) },
    });
    middleEvent = id;
  });

  it.each<[string, (page: string) => Promise<number>, () => string]>([
    [
      'a doctor’s patients',
      async (page) => {
        const query = { state: null, patient: null, page };
        return (await pageOfPatients(long.doctor.actor.accountId, query)).groups.length;
      },
      () => middle,
    ],
    [
      'a doctor’s reports of one patient',
      async (page) => {
        const query = { state: null, patient: long.patient.actor.accountId, page };
        const { groups } = await pageOfReports(long.doctor.actor.accountId, query);
        return groups[0]?.reportIds.length ?? 0;
      },
      () => `s${middle}`,
    ],
    [
      'those of one state',
      async (page) => {
        const patientId = long.patient.actor.accountId;
        const query = { state: 'ANCHORED' as const, patient: patientId, page };
        const { groups } = await pageOfReports(long.doctor.actor.accountId, query);
        return groups[0]?.reportIds.length ?? 0;
      },
      () => `s${middle}`,
    ],
    [
      'a patient’s reports',
      async (page) => {
        const { anchored } = await listPatientReports(long.patient.actor, { page }, t);
        return anchored.length;
      },
      () => middle,
    ],
    [
      'an access log',
      async (page) => {
        const { entries } = await readAccessLog(long.patient.actor, long.reportId, page);
        return entries.length;
      },
      () => String(middleEvent),
    ],
  ])('reads few rows for a page in the middle of %s', async (_, read, place) => {
    for (const page of ['newest', `older~${place()}`, `newer~${place()}`, 'oldest']) {
      expect(await read(page), page).toBeGreaterThanOrEqual(10);
      expect(await rowsReadAgain(() => read(page)), page).toBeLessThan(CEILING);
    }
  });

  it('reads few rows for a person’s sessions and the jobs that are due', async () => {
    expect(await rowsReadAgain(() => listOwnSessions(long.doctor.actor))).toBeLessThan(CEILING);
    await database().$executeRaw`
      INSERT INTO OutboxJob (kind, payload, runAfter) SELECT 'mail-notification', '{}',
        NOW(3) + INTERVAL seq MINUTE FROM seq_1_to_12000`;
    expect(await rowsReadAgain(() => runDueJobs(jobHandlers))).toBeLessThan(CEILING);
    await database().$executeRaw`DELETE FROM OutboxJob WHERE kind = 'mail-notification'`;
  });
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
  // Besides BEGIN and COMMIT; now and then one asks for the time, and a process reads the system's keys once.
  const statements = await growth('Com_stmt_execute', () => approveReport(patient.actor, id));
  expect(statements).toBeGreaterThanOrEqual(18);
  expect(statements).toBeLessThanOrEqual(21);
  // The connection is READ COMMITTED as it is: no transaction has to ask for it.
  expect(await growth('Com_set_option', () => inTransaction((tx) => tx.report.count()))).toBe(0);
});

it('sends a report in few statements', async () => {
  const send = async () => {
    const { reportId, updatedAt } = await createFilledDraft({ doctor, patient });
    const input = { updatedAt, timeZone: TIME_ZONE };
    return growth('Com_stmt_execute', () => forwardReport(doctor.actor, reportId, input));
  };
  // The first one makes the patient's key and notes that a report was sent.
  await send();
  const statements = await send();
  expect(statements).toBeGreaterThanOrEqual(25);
  expect(statements).toBeLessThanOrEqual(28);
});

it('counts the rows that a query without an index reads', async () => {
  expect(
    await rowsRead(() => database().report.count({ where: { lockCount: -1 } })),
  ).toBeGreaterThan(REPORTS - 1);
});
