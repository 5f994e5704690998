import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestErasure } from '@/accounts/erasure/request-erasure';
import { recordExportRefusal } from '@/reports/violations/record-export-refusal';
import { ERASED_TABLES, KEPT_COLUMNS } from '@/interop/erasure/account-tables';
import { eraseDue, runNextStep } from '@/interop/erasure/erase-due';
import { STEPS } from '@/interop/erasure/advance';
import { forgetMailboxes } from '@/interop/erasure/forget-mailboxes';
import { isSignedBySigner } from '@/interop/erasure/erasure-receipt';
import { verifyErasure } from '@/interop/erasure/verify-erasure';
import { requestExport } from '@/interop/exports/request-export';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isAppError } from '@/platform/errors';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { openReportDocument } from '@/reports/content/open-report-document';
import { forwardReport } from '@/reports/drafts/forward-report';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { dumpDatabase } from '../../../../scripts/backup/dump-database';
import { collect } from '../../../support/collect';
import { listNames, putObject } from '@/vault/object-store';
import {
  dueErasure,
  erase,
  erasureOf,
  letErasureBeDue,
  receiptOf,
} from '../../../support/interop/erasures';
import { makeFinal, patientOnChain } from '../../../support/chain/patient-on-chain';
import { readyExport, RUNNING } from '../../../support/interop/exports';
import { t } from '../../../support/messages/english';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { deliverMails, deliverMailsTo } from '../../../support/people/mail';
import { checkWholeTrail } from '../../../support/people/trail';
import {
  createFilledDraft,
  createForwardedReport,
  createRejectedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import {
  openSessionFor,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';

const store = await behindProxy('S3_ENDPOINT');

const NOT_FOUND = { code: 'not-found' };

async function patientWithReport(): Promise<{ patient: Person; reportId: string; doctor: Person }> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  return { doctor, patient, reportId: await createForwardedReport({ doctor, patient }) };
}

describe('an erased patient', () => {
  let shared: SharedReport;
  let guestToken: string;
  let reports: { rejected: string; draft: string };
  let addresses: string[];

  beforeAll(async () => {
    shared = await shareReport();
    const { doctor, patient } = shared;
    await makeFinal();
    guestToken = await openSessionFor(shared);
    const rejected = await createRejectedReport({ doctor, patient });
    const { reportId: draft } = await createFilledDraft({ doctor, patient });
    reports = { rejected, draft };
    const rows = await Promise.all([reportRow(shared.reportId), reportRow(rejected)]);
    addresses = rows.map(({ objectAddress }) => objectAddress ?? '');
    await putObject(`${addresses[0] ?? ''}.key.age`, new Uint8Array(9));
    await recordExportRefusal(doctor.actor, await readyExport(patient));
    await erase(patient);
  });

  it('has a signed receipt of what was destroyed, and gets it by mail', async () => {
    const { patient, reportId } = shared;
    const receipt = await receiptOf(patient);
    expect(isSignedBySigner(receipt)).toBe(true);
    expect(receipt.statement.destroyed.map(({ objectAddress }) => objectAddress).sort()).toEqual(
      addresses.toSorted(),
    );
    expect(receipt.statement).toMatchObject({
      ...{ accountId: patient.actor.accountId, kept: [], chainId: env().CHAIN_ID },
      keyId: env().KEYRING[0]?.id,
    });
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toContain(t('interop.erasureReceipt.subject'));
    expect(await erasureOf(patient)).toMatchObject({ state: 'DONE', email: null, openFor: null });
    expect((await reportRow(reportId)).state).toBe('ERASED');
  });

  it('is found to be erased by the check of the receipt', async () => {
    expect(await verifyErasure(await receiptOf(shared.patient))).toEqual({
      ...{ signatureRight: true, recorded: true, left: [], reports: 2 },
    });
    for (const address of addresses) {
      expect(await collect(listNames(address))).toEqual([]);
    }
    expect(await checkWholeTrail()).toMatchObject({ outcome: 'intact' });
  });

  it('cannot log in, and the address is free for another account', async () => {
    const { actor } = shared.patient;
    const account = await database().account.findUniqueOrThrow({ where: { id: actor.accountId } });
    expect(account).toMatchObject({ status: 'ERASED', passwordHash: '', displayName: '—' });
    const again = await createPatient({ email: actor.email });
    expect(again.actor.accountId).not.toBe(actor.accountId);
  });

  it('leaves nothing to guests, and an empty line to the doctor', async () => {
    const { doctor, reportId } = shared;
    await expect(readGuestReport(guestToken)).rejects.toMatchObject({ code: 'guest-session-over' });
    await expect(openReportDocument(doctor.actor, reportId)).rejects.toMatchObject(NOT_FOUND);
    expect(await readDoctorReport(doctor.actor, reportId)).toMatchObject({
      ...{ state: 'ERASED', template: null, patient: null, anchoredOwner: null },
    });
    const where = { patientId: shared.patient.actor.accountId };
    expect(await database().violation.count({ where })).toBe(0);
    expect((await reportRow(reports.rejected)).staged).toBeNull();
    expect(await reportRow(reports.draft)).toMatchObject({ state: 'DISCARDED', patientId: null });
    const query = { state: null, patient: null, page: null };
    const { groups } = await listDoctorReports(doctor.actor, query);
    expect(groups.flatMap((group) => group.reports).map(({ state }) => state)).toEqual([
      'ERASED',
      'ERASED',
    ]);
  });

  it('is nowhere in a dump of the database', async () => {
    const { patient, email } = shared;
    const dump = Buffer.concat(await collect(dumpDatabase(env().DATABASE_URL))).toString('latin1');
    expect(dump).toContain(patient.actor.accountId);
    // The address has an account again, and the name is shared by made people.
    for (const words of [email, 'The medication is not mine']) expect(dump).not.toContain(words);
  });

  it.each([
    [
      'a row',
      (id: string) =>
        database().mailPreference.create({
          data: { accountId: id, noticeGroup: 'sealed', mail: true },
        }),
      'row MailPreference',
    ],
    ['an object', () => putObject(`${addresses[0] ?? ''}.copy`, new Uint8Array(1)), /^object /],
  ])('is found not to be erased when %s is back', async (_what, putBack, found) => {
    const { patient } = shared;
    await putBack(patient.actor.accountId);
    const { left } = await verifyErasure(await receiptOf(patient));
    expect(left).toEqual([expect.stringMatching(found)]);
    await database().mailPreference.deleteMany({ where: { accountId: patient.actor.accountId } });
  });

  it('has a receipt that nobody can alter or make', async () => {
    const receipt = await receiptOf(shared.patient);
    const altered = { ...receipt, statement: { ...receipt.statement, destroyed: [] } };
    expect((await verifyErasure(altered)).signatureRight).toBe(false);
    expect((await verifyErasure({ ...receipt, signature: '0x' })).signatureRight).toBe(false);
  });
});

describe('an erasure', () => {
  it('is carried out once, when workers die in every step', async () => {
    const { patient } = await patientWithReport();
    await dueErasure(patient);
    for (const step of STEPS.slice(0, -1)) {
      const { id, attempts, ...row } = await erasureOf(patient);
      expect(row.step).toBe(step);
      await runNextStep(id, attempts);
      if (step === 'receipt') continue;
      // As if the worker had died before it could note that: another one does it again.
      await database().erasure.update({ where: { id }, data: { step, attempts: attempts + 1 } });
      await runNextStep(id, attempts + 1);
      // The one that was thought dead can do no more.
      expect(await runNextStep(id, attempts)).toBe(false);
    }
    expect(await verifyErasure(await receiptOf(patient))).toMatchObject({
      ...{ signatureRight: true, recorded: true, left: [], reports: 1 },
    });
  });

  it('goes on when the store is back', async () => {
    const { patient } = await patientWithReport();
    await dueErasure(patient);
    await whileCut(store, async () => {
      expect(await eraseDue(RUNNING)).toBe(true);
    });
    expect(await erasureOf(patient)).toMatchObject({
      ...{ state: 'STARTED', step: 'objects', waitsFor: 'store-unavailable', claimedUntil: null },
    });
    await letErasureBeDue(patient);
    while (await eraseDue(RUNNING));
    expect((await verifyErasure(await receiptOf(patient))).left).toEqual([]);
  });

  it('leaves a guest who reads meanwhile the whole report or none', async () => {
    const shared = await shareReport();
    await makeFinal();
    const token = await openSessionFor(shared);
    const { contentHash } = await reportRow(shared.reportId);
    const read = () =>
      readGuestReport(token).then(
        ({ pdf }) => Buffer.from(pdf, 'base64'),
        (error: unknown) => (isAppError(error) ? error.code : error),
      );
    const openByDoctor = () => openReportDocument(shared.doctor.actor, shared.reportId);
    const reads = [read()];
    await dueErasure(shared.patient);
    const { id, attempts } = await erasureOf(shared.patient);
    for (const step of STEPS.slice(0, -1)) {
      reads.push(read());
      await runNextStep(id, attempts);
      if (step === 'objects') await expect(openByDoctor()).rejects.toMatchObject(NOT_FOUND);
    }
    for (const found of await Promise.all(reads)) {
      if (Buffer.isBuffer(found)) {
        const hash = createHash('sha256').update(found).digest();
        expect(Buffer.compare(hash, contentHash ?? Buffer.alloc(0))).toBe(0);
      } else expect(['guest-session-over', 'report-invalid']).toContain(found);
    }
    expect(await reads[0]).toBeInstanceOf(Buffer);
    expect(await read()).toBe('guest-session-over');
  });

  it('is done by one of two workers, and asked for once', async () => {
    const { patient } = await patientWithReport();
    await dueErasure(patient);
    const runs = await Promise.all([eraseDue(RUNNING), eraseDue(RUNNING)]);
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await erasureOf(patient)).toMatchObject({ state: 'DONE', attempts: 1 });
  });

  it('waits for a sealing that is under way, and says so', async () => {
    const { patient, prepare } = await patientOnChain();
    const { reportId } = await prepare();
    await dueErasure(patient);
    expect(await eraseDue(RUNNING)).toBe(true);
    expect(await erasureOf(patient)).toMatchObject({ state: 'WAITING', waitsFor: 'sealing' });
    // Not at once again.
    expect(await eraseDue(RUNNING)).toBe(false);
    await database().report.update({ where: { id: reportId }, data: { state: 'APPROVED' } });
    await letErasureBeDue(patient);
    await eraseDue(RUNNING);
    expect(await erasureOf(patient)).toMatchObject({ state: 'DONE' });
  });

  it('waits a day more while its mail waits for the mail server', async () => {
    const patient = await createPatient();
    await requestErasure(patient.actor, patient.actor.email);
    await letErasureBeDue(patient);
    await eraseDue(RUNNING);
    const { state, waitsFor, dueAt } = await erasureOf(patient);
    expect([state, waitsFor]).toEqual(['WAITING', 'mail']);
    expect(dueAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    await deliverMails();
  });

  it('does not begin before its time', async () => {
    const patient = await createPatient();
    await requestErasure(patient.actor, patient.actor.email);
    expect(await eraseDue(RUNNING)).toBe(false);
    expect(await erasureOf(patient)).toMatchObject({ state: 'WAITING', attempts: 0 });
  });

  it('ends a copy that is being made, and refuses a report that is being sent', async () => {
    const [doctor, patient] = [await createDoctor(), await createPatient()];
    const { reportId, updatedAt } = await createFilledDraft({ doctor, patient });
    await requestExport(patient.actor);
    await erase(patient);
    const where = { accountId: patient.actor.accountId };
    expect(await database().recordsExport.count({ where })).toBe(0);
    const send = forwardReport(doctor.actor, reportId, { updatedAt, timeZone: 'UTC' });
    await expect(send).rejects.toMatchObject({ code: expect.any(String) as string });
    expect(await database().personKey.count({ where })).toBe(0);
  });
});

it('forgets a mailbox that took no receipt for a week', async () => {
  const patient = await createPatient();
  await erase(patient);
  const { id } = await erasureOf(patient);
  const week = 7 * DAY_MS;
  const ended = (ago: number) =>
    database().erasure.update({ where: { id }, data: { endedAt: new Date(Date.now() - ago) } });
  await ended(week - MINUTE_MS);
  await forgetMailboxes();
  expect((await erasureOf(patient)).email).toBe(patient.actor.email);
  await ended(week + MINUTE_MS);
  await forgetMailboxes();
  expect((await erasureOf(patient)).email).toBeNull();
});

it('every column that refers to an account is erased, or kept for a reason', async () => {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name FROM information_schema.COLUMNS
    WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'accountId'
    UNION SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM information_schema.KEY_COLUMN_USAGE
    WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME = 'Account'`;
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...ERASED_TABLES.map((table) => `${table}.accountId`), ...Object.keys(KEPT_COLUMNS)].sort(),
  );
});
