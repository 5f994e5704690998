import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mariadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { migrateDatabase } from '../../../../scripts/commands/migrate-database';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { totpOf } from '@/accounts/factors/totp/totp-secret';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import type { Actor } from '@/accounts/sessions/actor';
import { getPatient } from '@/accounts/people/get-patient';
import { fillNameKeys } from '@/accounts/people/fill-name-keys';
import { findPatients } from '@/accounts/people/find-patients';
import { findDeclinedChange } from '@/accounts/profile/find-declined-change';
import { findOpenRequest } from '@/accounts/profile/find-open-request';
import { readProfile } from '@/accounts/profile/read-profile';
import { findTokenAccount } from '@/accounts/passwords/find-token-account';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { auditHash } from '@/audit/audit-hash';
import { genesisHash } from '@/audit/trail-shards';
import { checkWholeTrail } from '../../../support/people/trail';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { hashOfSent } from '@/registry/calls/hash-of-sent';
import { isGenuineRetraction } from '@/registry/calls/retraction-mac';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { activeRecipients } from '@/reports/recovery-kit/active-recipients';
import { showReport } from '@/reports/content/show-report';
import { openReportDocument } from '@/reports/content/open-report-document';
import { patientReportsQuery } from '@/reports/lists/patient-reports-query';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { findGuestSession } from '@/sharing/guest/find-guest-session';
import { findLinkedGrant } from '@/sharing/guest/find-linked-grant';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { putObject } from '@/vault/object-store';
import {
  APP_KEY,
  BACKUP_CODE,
  insertFactors,
  insertProofs,
  insertRetraction,
  insertTexts,
  RECIPIENT,
  SESSION,
  TOKEN,
} from '../../../support/database/former-rows';
import { countRows, tablesOf, type Rows } from '../../../support/database/count-rows';
import { migrationsBefore } from '../../../support/database/earlier-migrations';
import { interruptMigration, INTERRUPTION } from '../../../support/database/interrupt-migration';
import { actualTables } from '../../../support/schema/actual-tables';
import { emptyDatabase } from '../../../support/services/empty-database';
import { expectedTables } from '../../../support/schema/expected-tables';
import { PASSWORD } from '../../../support/people/factories';
import { readDatamodel } from '../../../support/schema/prisma-datamodel';
import { t } from '../../../support/messages/english';

const FIXTURE = 'test/fixtures/version-0.1.0';

/** What that version was configured with when it wrote the fixture. */
process.env['KEYRING'] = `fixture-1:${Buffer.alloc(32, 9).toString('base64')}`;
process.env['SESSION_SECRET'] = 'fixture-session-secret-of-the-version-before';

/** The steps that rewrite rows, each with a table of which it has rewritten one row when it is interrupted. */
const INTERRUPTED = [
  { next: '20261128010100_only_sealed', table: 'Report' },
  { next: '20261128040100_only_keyed', table: 'AuditHead' },
  { next: '20261128070100_only_sealed_people', table: 'PatientProfile' },
  { next: '20261128071100_only_bound_rows', table: 'Account' },
  { next: '20261128152100_only_bound_profiles', table: 'PatientProfile' },
];
const interruptions: unknown[] = [];

let connection: Connection;
let before: Rows;
let after: Rows;

async function actorOf(email: string): Promise<Actor> {
  const { sessionId } = await logIn({ email, password: PASSWORD });
  const account = await database().account.findUniqueOrThrow({ where: { confirmedEmail: email } });
  const { id: accountId, role, status, displayName } = account;
  return { accountId, sessionId, role, status, displayName, email, device: null };
}

/** What version 0.1.0 did not have yet, as the versions after it kept it. */
async function insertLater(url: string): Promise<void> {
  const folder = migrationsBefore('20261128070000_sealed_people');
  await migrateDatabase(url, { folder });
  rmSync(folder, { recursive: true });
  await insertTexts(connection);
  await insertFactors(connection);
}

const accountOf = (email: string) => database().account.findFirstOrThrow({ where: { email } });

const reportIn = (state: 'FORWARDED' | 'ANCHORED', email: string) =>
  database().report.findFirstOrThrow({ where: { state, patient: { email } } });

beforeAll(async () => {
  const empty = await emptyDatabase('upgrade');
  await empty.connection.end();
  const url = new URL(empty.url);
  connection = await createConnection({
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: url.password,
    database: url.pathname.slice(1),
    multipleStatements: true,
  });
  await connection.query(readFileSync(join(FIXTURE, 'database.sql'), 'utf8'));
  // One report has stood on the chain for long, the other was sealed a moment before.
  await connection.query(`UPDATE Report SET anchoredAt = UTC_TIMESTAMP(3)
    - INTERVAL IF(state = 'ANCHORED', 0, 2) DAY WHERE anchoredAt IS NOT NULL`);
  await insertProofs(connection);
  await insertRetraction(connection);
  const names = await tablesOf(connection);
  before = await countRows(connection, names);
  for (const { next, table } of INTERRUPTED) {
    if (next.startsWith('20261128070100')) await insertLater(empty.url);
    interruptions.push(await interruptMigration(connection, { url: empty.url, next, table }));
  }
  await migrateDatabase(empty.url);
  const kept = await tablesOf(connection);
  after = await countRows(
    connection,
    names.filter((name) => kept.includes(name)),
  );
  // Nothing has asked the database before: the pool opens on the migrated one.
  process.env['DATABASE_URL'] = empty.url;
  for (const address of readdirSync(FIXTURE).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
    await putObject(address, readFileSync(join(FIXTURE, address)));
  }
});

afterAll(() => connection.end());

describe('migrating the data of version 0.1.0', () => {
  it('keeps every row of every table', () => {
    expect(Object.values(before).every((rows) => rows > 0n)).toBe(true);
    // What was staged of the withdrawn one is deleted.
    const StagedReport = (before['StagedReport'] ?? 0n) - 1n;
    expect(after).toEqual({ ...before, AuditHead: 64n, StagedReport });
  });

  it('goes on where it was interrupted, in each step that rewrites rows', () => {
    expect(interruptions.map((outcome) => String(outcome))).toEqual(
      INTERRUPTED.map(() => expect.stringContaining(INTERRUPTION) as string),
    );
  });

  it('leaves the schema that schema.prisma describes', async () => {
    expect(await actualTables(connection)).toEqual(expectedTables(readDatamodel()));
  });
});

describe('after the migration', () => {
  it('only what was sealed for long is not looked for any more', async () => {
    const attempts = await database().chainTransaction.findMany({
      where: { kind: 'ADD_REPORT' },
      include: { report: { select: { anchoredAt: true, state: true } } },
    });
    const settled = attempts.filter(({ isSettled }) => isSettled);
    expect(settled.length).toBeGreaterThan(0);
    expect(attempts.length).toBeGreaterThan(settled.length);
    expect(settled.every(({ report }) => report.state !== 'ANCHORED')).toBe(true);
    expect(settled.every(({ report }) => report.anchoredAt !== null)).toBe(true);
  });

  it('people log in with the passwords they had', async () => {
    expect(await actorOf('eleni@mail.example')).toMatchObject({ role: 'PATIENT' });
    await expect(logIn({ email: 'eleni@mail.example', password: 'another one' })).rejects.toThrow();
  });

  it('a doctor’s reports are listed with their states', async () => {
    const doctor = await actorOf('andreas.georgiou@clinic.example');
    const listed = await listDoctorReports(doctor, doctorReportsQuery.parse({}));
    const states = listed.groups.flatMap(({ reports }) => reports.map(({ state }) => state));
    expect(states.toSorted()).toEqual(['ANCHORING', 'APPROVED', 'DRAFT', 'FORWARDED', 'REJECTED']);
  });

  it('a patient reads what waits, and opens its PDF', async () => {
    const patient = await actorOf('ali.ahmed@mail.example');
    const { waiting, approved } = await listPatientReports(
      patient,
      patientReportsQuery.parse({}),
      t,
    );
    expect([waiting.length, approved.length]).toEqual([1, 2]);
    const { id } = await reportIn('FORWARDED', patient.email);
    expect(await readPatientReport(patient, id, t)).toMatchObject({ id, state: 'FORWARDED' });
    const { pdf } = await openReportDocument(patient, id);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const stranger = await actorOf('gulsah@mail.example');
    await expect(openReportDocument(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    // The page reads the report's content from the PDF that version 0.1.0 wrote.
    expect(await showReport(patient, id)).toMatchObject({
      patient: { name: patient.displayName },
      findings: { kind: expect.stringMatching(/^(BLOOD_PRESSURE|COVID_19)$/) as unknown },
    });
    await expect(showReport(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('patients have numbers, and the worker makes them findable however they are spelled', async () => {
    const doctor = await actorOf('selin.aksoy@clinic.example');
    expect(await findPatients(doctor, 'Gülşah')).toHaveLength(1);
    expect(await fillNameKeys()).toBe(false);
    expect(await findPatients(doctor, 'isikoglu')).toHaveLength(1);
    const twins = await findPatients(doctor, 'ali ahmed');
    expect(new Set(twins.map(({ number }) => number)).size).toBe(2);
  });

  it('birth dates are known to the day, and whoever had a report asks an administrator', async () => {
    const profiles = await database().patientProfile.findMany({
      include: { account: { include: { receivedReports: true } } },
    });
    for (const { birthPrecision, revision, firstReportAt, account } of profiles) {
      expect([birthPrecision, revision, account.printedName]).toEqual(['DAY', 0, null]);
      const sent = account.receivedReports
        .flatMap(({ forwardedAt }) => forwardedAt ?? [])
        .toSorted((a, b) => a.getTime() - b.getTime());
      expect(firstReportAt).toEqual(sent[0] ?? null);
    }
    const withReports = profiles.filter(({ firstReportAt }) => firstReportAt !== null);
    expect(withReports.length).toBeGreaterThan(0);
    expect(withReports.length).toBeLessThan(profiles.length);
    const patient = await actorOf('ali.ahmed@mail.example');
    const { fields, ownCorrection } = await readProfile(database(), patient.accountId);
    expect([fields.birthDate, ownCorrection]).toEqual(['1984-03-12', 'none']);
  });

  it('an anchored report still names its viewer and who has opened it', async () => {
    const patient = await actorOf('ali.ahmed@mail.example');
    const { id } = await reportIn('ANCHORED', patient.email);
    expect(await listViewers(patient, id)).toMatchObject([
      { email: 'travel.desk@airline.example' },
    ]);
    const { entries } = await readAccessLog(patient, id, null);
    expect(entries.length).toBeGreaterThan(0);
  });

  it('blood groups are sealed and read, and so are reasons in people’s own words', async () => {
    const { id } = await accountOf('gulsah@mail.example');
    expect(await getPatient(database(), id)).toMatchObject({ bloodGroup: 'B_POSITIVE' });
    const patient = await actorOf('eleni@mail.example');
    expect(await getPatient(database(), patient.accountId)).toMatchObject({
      bloodGroup: 'UNKNOWN',
    });
    expect(await findDeclinedChange(patient.accountId)).toMatchObject({
      ...{ reason: 'My file says HIV.', answer: 'Please bring a passport.' },
    });
    expect(await findOpenRequest(id)).toMatchObject({ reason: 'It was misspelled.' });
  });

  it('a declined recovery keeps its reason', async () => {
    const patient = await actorOf('eleni@mail.example');
    expect(await listOwnRecoveries(patient)).toMatchObject([
      { declineReason: 'Please come to the desk with a passport.' },
    ]);
  });

  it('a mail that was waiting is sent', async () => {
    expect(await runDueJobs(jobHandlers)).toBe(1);
    expect(await database().outboxJob.count({ where: { doneAt: null } })).toBe(0);
  });

  it('sessions and mailed links from before are good', async () => {
    const eleni = await accountOf('eleni@mail.example');
    expect(await findLiveActor(SESSION)).toMatchObject({ accountId: eleni.id });
    expect(await findTokenAccount(database(), TOKEN, 'RESET_PASSWORD')).toMatchObject({
      id: eleni.id,
    });
    const grant = await database().grant.findFirstOrThrow({ orderBy: { id: 'asc' } });
    expect(await findLinkedGrant(TOKEN)).toMatchObject({ id: grant.id });
    expect(await findGuestSession(TOKEN)).toMatchObject({ id: grant.id });
  });

  it('second factors, wallets, doctors and recovery keys from before are good', async () => {
    const patient = await actorOf('gulsah@mail.example');
    const { accountId } = patient;
    const code = totpOf(APP_KEY).generate();
    await passSecondFactor(patient, { by: 'totp', code }, null);
    const again = await actorOf('gulsah@mail.example');
    await passSecondFactor(again, { by: 'backup-code', code: BACKUP_CODE }, null);
    expect(await findLiveActor(again.sessionId)).toMatchObject({ accountId });
    const { rows } = await activeRecipients(database(), accountId);
    expect(rows.map(({ recipient }) => recipient)).toEqual([RECIPIENT]);
    const wallets = await database().wallet.findMany();
    expect(wallets.length).toBeGreaterThan(0);
    for (const wallet of wallets) {
      expect(await findOwnWallet(database(), wallet.accountId, wallet.address)).toEqual(wallet);
    }
    const doctor = await accountOf('selin.aksoy@clinic.example');
    expect(await getDoctor(database(), doctor.id)).toMatchObject({ email: doctor.email });
  });

  it('a retraction from before can be sent again after a reorganisation', async () => {
    const { report, ...retraction } = await database().chainTransaction.findFirstOrThrow({
      where: { kind: 'RETRACT_REPORT' },
      include: { report: true },
    });
    const contentHash = hashOfSent(report);
    expect(await isGenuineRetraction(database(), { ...retraction, contentHash })).toBe(true);
  });

  it('an account that was altered before it is not made good', async () => {
    const forged = await accountOf('maria.keller@clinic.example');
    expect(await isGenuineAccount(database(), forged)).toBe(false);
  });

  it('the audit trail is unbroken, and closed at the migration', async () => {
    expect(await checkWholeTrail()).toMatchObject({ outcome: 'intact' });
    const where = { shard: 0 };
    const events = await database().auditEvent.findMany({ where, orderBy: { sequence: 'asc' } });
    const { keyedFrom } = await database().auditHead.findUniqueOrThrow({ where });
    expect(keyedFrom).toBeGreaterThan(1n);
    // Everything of the version before can be rewritten so that it follows from its beginning; what comes after cannot.
    let hash = genesisHash(0);
    for (const event of events.filter(({ sequence }) => sequence < keyedFrom)) {
      const previousHash = hash;
      hash = auditHash(hash, { ...event, actorId: 'x', details: {} }, null);
      const data = { actorId: 'x', details: {}, previousHash, hash };
      await database().auditEvent.update({ where: { id: event.id }, data });
    }
    expect(await checkWholeTrail()).toMatchObject({
      outcome: 'broken',
      brokenAt: { shard: 0 },
    });
  });
});
