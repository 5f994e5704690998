import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as getDocument } from '@/app/api/reports/[reportId]/document/route';
import { GET as getProof } from '@/app/api/reports/[reportId]/proof/route';
import { GET as getExport } from '@/app/api/exports/[exportId]/file/route';
import { POST as approve } from '@/app/api/reports/[reportId]/approve/route';
import { violationLeaf } from '@/audit/violations/violation-leaf';
import { database, inTransaction } from '@/platform/database/database';
import { requireReadableReport } from '@/reports/access/require-readable-report';
import { openReportDocument } from '@/reports/content/open-report-document';
import { countReadPatient } from '@/reports/violations/count-read-patient';
import { listViolations } from '@/reports/violations/list-violations';
import { PATIENTS_READ, REFUSALS } from '@/reports/violations/violation-caps';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { callRoute } from '../../../support/app/browser';
import { confirm } from '../../../support/chain/patient-on-chain';
import { readyExport } from '../../../support/interop/exports';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import {
  createFilledDraft,
  createForwardedReport,
} from '../../../support/reports/report-factories';
import {
  changeViewers,
  guestActions,
  openSessionFor,
  shareReport,
} from '../../../support/reports/shared-report';

vi.mock('next/headers', () => import('../../../support/app/request-headers'));

const NOT_FOUND = { code: 'not-found' };

let doctor: Person;
let admin: Person;
beforeAll(async () => {
  [doctor, admin] = [await createDoctor(), await createAdmin()];
});

async function reportOf(patient: Person, confidentiality: 'N' | 'V' = 'N'): Promise<string> {
  return createForwardedReport({ doctor, patient, form: { confidentiality } });
}

async function tryToRead({ actor }: Person, reportId: string, times = 1): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) {
    await expect(requireReadableReport(actor, reportId)).rejects.toMatchObject(NOT_FOUND);
  }
}

/** As somebody does who writes to the database. */
async function alterClass(reportId: string): Promise<void> {
  const where = { id: reportId };
  const { sealedTemplate } = await database().report.findUniqueOrThrow({ where });
  const altered = Uint8Array.from(sealedTemplate ?? [], (byte, at) =>
    at === 20 ? byte ^ 1 : byte,
  );
  await database().report.update({ where, data: { sealedTemplate: altered } });
}

/** Kind, actor and report of the violations against a patient. */
async function against({ actor }: Person) {
  const found = await database().violation.findMany({
    where: { patientId: actor.accountId },
    orderBy: { id: 'asc' },
  });
  return found.map(({ kind, actorId, reportId }) => ({ kind, actorId, reportId }));
}

const noticesOf = ({ actor }: Person, kind: string) =>
  database().notification.count({ where: { accountId: actor.accountId, kind } });

describe('attempts that are refused', () => {
  it('are a violation above the cap, once in an hour, and the patient reads of them', async () => {
    const [patient, curious] = [await createPatient(), await createDoctor()];
    const [first, second] = [await reportOf(patient), await reportOf(patient)];
    await tryToRead(curious, first, REFUSALS.calls);
    expect(await against(patient)).toEqual([]);
    await tryToRead(curious, second, 2);

    const { accountId: actorId } = curious.actor;
    expect(await against(patient)).toEqual([
      { kind: 'DENIED_ATTEMPTS', actorId, reportId: second },
    ]);
    expect(await noticesOf(patient, 'violation-found')).toBe(1);
    expect(await noticesOf(admin, 'violation-recorded')).toBeGreaterThan(0);
    const { entries } = await readAccessLog(patient.actor, second, null);
    const seen = entries.filter(({ action }) => /refused|violation/.test(action));
    expect(seen.map(({ who, name, action }) => [who, name, action]).sort()).toEqual([
      ['stranger', null, 'report.refused'],
      ['stranger', null, 'report.refused'],
      ['stranger', null, 'violation.denied-attempts'],
    ]);
    const row = await database().violation.findFirstOrThrow({ where: { actorId } });
    expect(Buffer.compare(row.leafHash, violationLeaf(row))).toBe(0);
    const event = await database().auditEvent.findFirstOrThrow({
      where: { reportId: second, action: 'violation.denied-attempts' },
    });
    expect(event.details).toEqual({ leaf: Buffer.from(row.leafHash).toString('hex') });
  });

  it('are one at once where the report is of the highest class, and for administrators', async () => {
    const [patient, curious] = [await createPatient(), await createPatient()];
    const [ordinary, highest] = [await reportOf(patient), await reportOf(patient, 'V')];
    await tryToRead(curious, highest);
    const path = `/api/reports/${ordinary}/document`;
    const call = { method: 'GET', path, params: { reportId: ordinary } };
    expect((await callRoute(getDocument, call, admin.actor.sessionId)).status).toBe(404);
    expect(await against(patient)).toEqual([
      { kind: 'DENIED_ATTEMPTS', actorId: curious.actor.accountId, reportId: highest },
      { kind: 'DENIED_ATTEMPTS', actorId: admin.actor.accountId, reportId: ordinary },
    ]);
  });

  it('are of the highest class where somebody altered the class in the database', async () => {
    const [patient, curious] = [await createPatient(), await createPatient()];
    const reportId = await reportOf(patient);
    await alterClass(reportId);
    await tryToRead(curious, reportId);
    const { accountId: actorId } = curious.actor;
    expect(await against(patient)).toEqual([{ kind: 'DENIED_ATTEMPTS', actorId, reportId }]);
    const where = { reportId, action: 'report.refused' };
    expect(await database().auditEvent.count({ where })).toBe(1);
  });

  it('are mailed about once in a day, however many patients and reports they are of', async () => {
    const [one, other, curious, reader] = [
      await createPatient(),
      await createPatient(),
      await createPatient(),
      await createAdmin(),
    ];
    for (const patient of [one, other]) await tryToRead(curious, await reportOf(patient, 'V'));
    // As if it were an hour later.
    await database().violation.updateMany({
      where: { patientId: one.actor.accountId },
      data: { onceHash: Uint8Array.from(randomBytes(32)) },
    });
    await tryToRead(curious, await reportOf(one, 'V'));
    expect(await against(one)).toHaveLength(2);
    expect(await noticesOf(one, 'violation-found')).toBe(1);
    expect(await noticesOf(other, 'violation-found')).toBe(1);
    expect(await noticesOf(reader, 'violation-recorded')).toBe(1);
  });

  it('are counted for each person and each patient alone', async () => {
    const [one, other, curious] = [
      await createPatient(),
      await createPatient(),
      await createDoctor(),
    ];
    await tryToRead(curious, await reportOf(one), REFUSALS.calls);
    await tryToRead(curious, await reportOf(other), REFUSALS.calls);
    await tryToRead(await createDoctor(), await reportOf(one), 1);
    expect([...(await against(one)), ...(await against(other))]).toEqual([]);
  });

  it('are none of the two whose report it is, nor of a report that does not exist', async () => {
    const patient = await createPatient();
    const reportId = await reportOf(patient);
    const params = { reportId };
    const path = `/api/reports/${reportId}/approve`;
    const call = { method: 'POST', path, params, body: {} };
    for (let attempt = 0; attempt <= REFUSALS.calls; attempt += 1) {
      expect((await callRoute(approve, call, doctor.actor.sessionId)).status).toBe(403);
    }
    await tryToRead(await createDoctor(), randomUUID(), REFUSALS.calls + 1);
    expect(await against(patient)).toEqual([]);
    expect(
      await database().auditEvent.count({ where: { reportId, action: 'report.refused' } }),
    ).toBe(0);
  });

  it('tell a patient nothing of a draft that they do not know of', async () => {
    const [patient, curious] = [await createPatient(), await createDoctor()];
    const { reportId } = await createFilledDraft({ doctor, patient });
    await tryToRead(curious, reportId, REFUSALS.calls + 1);
    expect(await against(patient)).toEqual([]);
    expect(await noticesOf(patient, 'violation-found')).toBe(0);
    const { rows } = await listViolations(admin.actor, null);
    expect(rows[0]).toMatchObject({
      kind: 'DENIED_ATTEMPTS',
      actor: { accountId: curious.actor.accountId },
    });
  });
});

describe('an export beyond its scope', () => {
  it('is a violation when it is of another person', async () => {
    const [patient, curious] = [await createPatient(), await createPatient()];
    const reportId = await reportOf(patient);
    const exportId = await readyExport(patient);
    const proof = { method: 'GET', path: `/api/reports/${reportId}/proof`, params: { reportId } };
    const file = { method: 'GET', path: `/api/exports/${exportId}/file`, params: { exportId } };
    const { sessionId, accountId: actorId } = curious.actor;
    expect((await callRoute(getProof, proof, sessionId)).status).toBe(404);
    expect((await callRoute(getProof, proof, doctor.actor.sessionId)).status).toBe(403);
    const other = await createPatient();
    expect((await callRoute(getExport, file, other.actor.sessionId)).status).toBe(404);
    const kind = 'EXPORT_BEYOND_SCOPE';
    expect(await against(patient)).toEqual([
      { kind, actorId, reportId },
      { kind, actorId: doctor.actor.accountId, reportId },
      { kind, actorId: other.actor.accountId, reportId: null },
    ]);
  });

  it('is none for the patient, before there is a proof', async () => {
    const patient = await createPatient();
    const reportId = await reportOf(patient);
    const proof = { method: 'GET', path: `/api/reports/${reportId}/proof`, params: { reportId } };
    expect((await callRoute(getProof, proof, patient.actor.sessionId)).status).toBe(404);
    const nobody = { method: 'GET', path: '/', params: { exportId: randomUUID() } };
    expect((await callRoute(getExport, nobody, patient.actor.sessionId)).status).toBe(404);
    expect(await against(patient)).toEqual([]);
  });
});

describe('a read after the end', () => {
  it('is a violation of a guest whom the patient removed, and names them to the patient', async () => {
    const shared = await shareReport();
    const { patient, reportId, email } = shared;
    const session = await openSessionFor(shared);
    await readGuestReport(session);
    const refused = { code: 'grant-removed' };
    await changeViewers(shared, [], { unconfirmed: true });
    // Only the chain lacks the permission: a reorganisation can do that as well, or a node that is behind.
    await expect(readGuestReport(session)).rejects.toMatchObject(refused);
    expect(await against(patient)).toEqual([]);
    expect(await guestActions(shared)).toContain('guest.denied');
    await confirm();
    await alterClass(reportId);
    await expect(readGuestReport(session)).rejects.toMatchObject(refused);
    await expect(readGuestReport(session)).rejects.toMatchObject(refused);
    const [violation, ...others] = await against(patient);
    expect(violation).toMatchObject({ kind: 'READ_AFTER_END', reportId });
    expect(others).toEqual([]);
    const { entries } = await readAccessLog(patient.actor, reportId, null);
    const line = entries.find(({ action }) => action === 'violation.read-after-end');
    expect(line).toMatchObject({ who: 'guest', name: email });
    const { rows } = await listViolations(admin.actor, null);
    expect(rows[0]).toMatchObject({ kind: 'READ_AFTER_END', actor: null, actorKind: 'GUEST' });
  });
});

describe('the reports of many patients in an hour', () => {
  it('are a violation from the one beyond the cap on, and are read all the same', async () => {
    const [patient, busy] = [await createPatient(), await createDoctor()];
    const reports = [1, 2].map(() => createForwardedReport({ doctor: busy, patient }));
    const [reportId = '', again = ''] = await Promise.all(reports);
    const count = (patientId: string) =>
      inTransaction((tx) =>
        countReadPatient(tx, busy.actor.accountId, { id: randomUUID(), patientId }),
      );
    for (let read = 0; read < PATIENTS_READ.calls; read += 1) await count(randomUUID());
    const { accountId: actorId } = busy.actor;
    expect(await database().violation.count({ where: { actorId } })).toBe(0);
    await openReportDocument(busy.actor, reportId);
    await openReportDocument(busy.actor, again);
    expect(await database().violation.count({ where: { actorId } })).toBe(1);
    expect(await against(patient)).toEqual([{ kind: 'MANY_PATIENTS', actorId, reportId }]);
  });

  it('are none when they are of one patient', async () => {
    const patient = await createPatient();
    const reportId = await reportOf(patient);
    for (let read = 0; read <= PATIENTS_READ.calls; read += 1) {
      await inTransaction((tx) =>
        countReadPatient(tx, doctor.actor.accountId, {
          id: reportId,
          patientId: patient.actor.accountId,
        }),
      );
    }
    expect(await against(patient)).toEqual([]);
  });
});

it('shows violations to administrators only', async () => {
  for (const { actor } of [doctor, await createPatient()]) {
    await expect(listViolations(actor, null)).rejects.toMatchObject({ code: 'forbidden' });
  }
});
