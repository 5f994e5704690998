import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { doctorReportsHref, doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { recountReports } from '@/reports/counts/recount-reports';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';

const START = Date.parse('2026-01-01T00:00:00Z');

let doctor: Person;
let written = 0;

beforeAll(async () => {
  doctor = await createDoctor();
});

/** Rows as they stand after forwarding, each a minute younger than the last. */
async function write(
  patient: Person | null,
  count: number,
  by = doctor,
  state: 'FORWARDED' | 'WITHDRAWN' = 'FORWARDED',
) {
  await database().report.createMany({
    data: Array.from({ length: count }, () => ({
      code: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      state: patient === null ? ('DRAFT' as const) : state,
      doctorId: by.actor.accountId,
      patientId: patient?.actor.accountId ?? null,
      createdAt: new Date(START + (written += 1) * MINUTE_MS),
    })),
  });
  await recountReports();
}

function list(query: Record<string, string> = {}, who = doctor) {
  return listDoctorReports(who.actor, doctorReportsQuery.parse(query));
}

describe('the doctor’s dashboard', () => {
  it('is empty for a new doctor', async () => {
    expect(await list({}, await createDoctor())).toEqual({
      reportCount: 0,
      patientCount: 0,
      newer: null,
      older: null,
      groups: [],
    });
  });

  it('groups by patient, newest first, keeps namesakes apart and counts all', async () => {
    const older = await createPatient({ name: 'Ali Ahmed', birthDate: '1960-05-01' });
    const younger = await createPatient({ name: 'Ali Ahmed', birthDate: '1999-12-31' });
    await write(older, 7);
    await write(younger, 1);
    await write(null, 1);
    const { groups, ...totals } = await list();
    expect(totals).toEqual({ reportCount: 9, patientCount: 2, newer: null, older: null });
    expect(groups.map(({ patient, reportCount }) => [patient?.birthDate, reportCount])).toEqual([
      [undefined, 1],
      ['1999-12-31', 1],
      ['1960-05-01', 7],
    ]);
    const shown = groups[2]?.reports ?? [];
    expect(shown).toHaveLength(5);
    const times = shown.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const alone = await list({ patient: older.actor.accountId });
    expect(alone.groups[0]?.reports).toHaveLength(7);
  });

  it('narrows to a state, and leaves out what it cannot read', async () => {
    const patient = (await createPatient({ name: 'Çiğdem Öz' })).actor.accountId;
    expect((await list({ patient, state: 'DRAFT' })).reportCount).toBe(0);
    expect(await list({ state: 'nonsense', page: '-3' })).toEqual(await list());
  });

  it('pages through the reports of one patient, those that ended last', async () => {
    const patient = await createPatient();
    await write(patient, 60);
    await write(patient, 45, doctor, 'WITHDRAWN');
    const one = { patient: patient.actor.accountId };
    const pages = [await list(one)];
    for (let older = pages[0]?.older ?? null; older !== null; older = pages.at(-1)?.older ?? null) {
      pages.push(await list({ ...one, page: older }));
    }
    expect(pages.map(({ groups }) => groups[0]?.reports.length)).toEqual([50, 50, 5]);
    const lines = pages.flatMap(({ groups }) => groups[0]?.reports ?? []);
    expect(lines.map(({ isEnded }) => isEnded)).toEqual(
      Array.from({ length: 105 }, (_, index) => index >= 60),
    );
    expect(new Set(lines.map(({ id }) => id)).size).toBe(105);
    expect(await list({ ...one, page: pages[2]?.newer ?? '' })).toEqual(pages[1]);
    expect(await list({ ...one, page: pages[1]?.newer ?? '' })).toEqual(pages[0]);
    expect((await list({ ...one, page: 'oldest', state: 'WITHDRAWN' })).reportCount).toBe(45);
    expect((await list()).groups[0]?.reports.map(({ isEnded }) => isEnded)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });

  it('leads to all drafts without a patient, and to no other report', async () => {
    const busy = await createDoctor();
    await write(null, 8, busy);
    await write(await createPatient(), 1, busy);
    const overview = await list({}, busy);
    const drafts = overview.groups.find(({ patient }) => patient === null);
    expect(drafts).toMatchObject({ reportCount: 8, reports: { length: 5 } });

    const { searchParams } = new URL(doctorReportsHref(null, 'DRAFT'), 'https://clinic.example');
    const { groups, ...totals } = await list(Object.fromEntries(searchParams), busy);
    expect(totals).toEqual({ reportCount: 8, patientCount: 0, newer: null, older: null });
    expect(groups).toMatchObject([{ patient: null, reportCount: 8, reports: { length: 8 } }]);
    expect((await list({ patient: 'none', state: 'FORWARDED' }, busy)).groups).toEqual([]);
  });

  it('shows nothing of another doctor’s reports', async () => {
    const other = await createDoctor();
    const patient = await createPatient({ name: 'Somebody Else' });
    await write(patient, 1, other);
    expect((await list({ patient: patient.actor.accountId })).groups).toEqual([]);
  });

  it('is not there for patients and doctors who are not approved', async () => {
    for (const who of [await createPatient(), await createDoctor({ status: 'PENDING' })]) {
      await expect(list({}, who)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
