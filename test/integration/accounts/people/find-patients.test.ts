import { beforeAll, describe, expect, it } from 'vitest';
import { findPatients } from '@/accounts/people/find-patients';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { getPatient } from '@/accounts/people/get-patient';
import { readOwnNumber } from '@/accounts/people/read-own-number';
import { readPatient } from '@/accounts/people/read-patient';
import { claimCall } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
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

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Dr. Selin Aksoy', clinic: 'Harbour Clinic' });
  await createPatient({ name: 'Ali Ahmed', birthDate: '1997-11-02' });
  await createPatient({ name: 'Ali Ahmed', birthDate: '1984-03-12' });
  await createPatient({ name: 'Gülşah Işıkoğlu' });
  for (const name of [
    'Ελένη Παπαδοπούλου',
    'Jan Łapicki',
    'Đorđe Petrović',
    'Eve d’Arsøns',
    'Anna-Lena Groß',
    'Otto Überstraße',
    'X Æ A-12',
    'Václav Havel'.normalize('NFD'),
  ]) {
    await createPatient({ name });
  }
  await createPatient({ name: 'Ali Ahmed Unconfirmed', status: 'UNCONFIRMED' });
  await createPatient({ name: 'Ali Ahmed Suspended', status: 'SUSPENDED' });
});

async function found(name: string): Promise<string[]> {
  const patients = await findPatients(doctor.actor, name);
  return patients.map((patient) => `${patient.name} ${String(patient.birthYear)}`);
}

describe('findPatients', () => {
  it('orders people of one name by their birth dates', async () => {
    expect(await found('ali ahm')).toEqual(['Ali Ahmed 1984', 'Ali Ahmed 1997']);
  });

  it('answers no more than it takes to pick the right person', async () => {
    const [candidate] = await findPatients(doctor.actor, 'gulsah');
    expect(candidate).toEqual({
      accountId: expect.any(String) as string,
      name: 'Gülşah Işıkoğlu',
      birthYear: 1984,
      number: expect.stringMatching(/^\d{6,}$/) as string,
      maskedEmail: expect.stringMatching(/^p…\d@test\.example$/) as string,
      lastReportAt: null,
      hasNamesake: false,
    });
  });

  it('looks from the third letter on', async () => {
    expect(await found(' al ')).toEqual([]);
    expect(await found('ali')).toHaveLength(2);
  });

  it.each([
    ...['gülşah', 'GÜLŞAH', 'gulsah', 'isikoglu', 'IŞIKOĞLU', 'gulsahisik', 'Gülşah  Işı'],
    ...['ελένη', 'Παπαδοπ', 'eleni', 'lapicki', 'dorde', 'Đorđe', 'arsons', 'D’Arsøns', 'darsons'],
    ...['gross', 'GROẞ', 'strasse', 'X AE', 'xaea12', 'vaclav ha', 'Anna Lena Gr', 'annalena'],
  ])('finds %s however the name is spelled', async (name) => {
    expect(await found(name)).toHaveLength(1);
  });

  it.each(['isikoglux', 'orde x', 'strase'])('does not find %s', async (name) => {
    expect(await found(name)).toEqual([]);
  });

  it.each(['%%%', '___', '%li', 'A_i Ahmed', '\\\\\\'])('takes %s as letters', async (name) => {
    expect(await found(name)).toEqual([]);
  });

  it('shows at most ten', async () => {
    for (let i = 0; i < 12; i += 1) await createPatient({ name: `Crowd Number ${i}` });
    expect(await found('crowd')).toHaveLength(10);
  });

  it('is for doctors alone', async () => {
    const patient = await createPatient();
    const admin = await createAdmin();
    for (const { actor } of [patient, admin]) {
      await expect(findPatients(actor, 'Ali Ahmed')).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('two patients of one name, born the same day', () => {
  const twin = { name: 'Zeynep Yıldız', birthDate: '1990-01-01' };
  let first: Person;
  let second: Person;

  beforeAll(async () => {
    first = await createPatient({ ...twin, email: 'z.yildiz@mail.example' });
    second = await createPatient({ ...twin, name: 'ZEYNEP YILDIZ', email: 'zy@other.example' });
    await createPatient({ ...twin, birthDate: '1991-01-01' });
    await createPatient({ ...twin, status: 'SUSPENDED', birthDate: '1991-01-01' });
    await createForwardedReport({ doctor, patient: first });
    await createForwardedReport({ doctor: await createDoctor(), patient: second });
  });

  it('differ in number, masked address and the doctor’s own last report, and are marked', async () => {
    const patients = await findPatients(doctor.actor, 'zeynep yildiz');
    const of = ({ actor }: Person) => patients.find((p) => p.accountId === actor.accountId);
    expect(of(first)).toMatchObject({ maskedEmail: 'z…z@mail.example', hasNamesake: true });
    expect(of(first)?.lastReportAt).toMatch(/^\d{4}-/);
    expect(of(second)).toMatchObject({
      maskedEmail: 'z…@other.example',
      hasNamesake: true,
      lastReportAt: null,
    });
    expect(of(first)?.number).not.toBe(of(second)?.number);
    const other = patients.find(({ birthYear }) => birthYear === 1991);
    expect(other?.hasNamesake).toBe(false);
  });

  it('are found by number, with and without zeros, one at a time', async () => {
    const { number } = await readPatient(doctor.actor, second.actor.accountId);
    expect(await readOwnNumber(second.actor)).toBe(number);
    expect(await readOwnNumber(doctor.actor)).toBeNull();
    for (const typed of [number, ` ${number} `, `000${number}`.slice(-9)]) {
      const patients = await findPatients(doctor.actor, typed);
      expect(patients.map(({ accountId }) => accountId)).toEqual([second.actor.accountId]);
    }
    expect(await findPatients(doctor.actor, '999999999')).toEqual([]);
  });

  it('are still distinguished when one is picked and when the draft is opened again', async () => {
    const picked = await readPatient(doctor.actor, first.actor.accountId);
    expect(picked).toMatchObject({ email: 'z.yildiz@mail.example', hasNamesake: true });
    const { reportId } = await createFilledDraft({ doctor, patient: first });
    expect((await readDoctorReport(doctor.actor, reportId)).picked).toMatchObject(picked);
  });
});

describe('the trail', () => {
  const eventsOf = ({ actor }: Person) =>
    database().auditEvent.findMany({
      where: { actorId: actor.accountId },
      orderBy: { id: 'asc' },
    });

  it('keeps who was shown to a doctor, and not what the doctor typed', async () => {
    const curious = await createDoctor();
    const patients = await findPatients(curious.actor, 'ali ahm');
    await findPatients(curious.actor, 'nobody of this name');
    const events = await eventsOf(curious);
    expect(events.map(({ action, details }) => ({ action, details }))).toEqual([
      {
        action: 'patient.searched',
        details: { shown: patients.map(({ accountId }) => accountId).join(' ') },
      },
      { action: 'patient.searched', details: { shown: '' } },
    ]);
    expect(JSON.stringify(events.map(({ details }) => details))).not.toMatch(/ali|nobody/i);
  });

  it('keeps whose details were read', async () => {
    const curious = await createDoctor();
    const { actor } = await createPatient();
    await readPatient(curious.actor, actor.accountId);
    expect(await eventsOf(curious)).toMatchObject([
      { action: 'patient.details-read', subjectId: actor.accountId },
    ]);
  });
});

describe('a doctor who reads out the register', () => {
  it('is stopped for the day', async () => {
    const hasty = await createDoctor();
    await claimMany('patient search', hasty, 1_000);
    await expect(findPatients(hasty.actor, 'ali')).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    await expect(findPatients(doctor.actor, 'ali')).resolves.toBeDefined();
  });

  it('of details too', async () => {
    const hasty = await createDoctor();
    const { actor } = await createPatient();
    await claimMany('patient details', hasty, 300);
    await expect(readPatient(hasty.actor, actor.accountId)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  /** As if so many calls had been made. */
  async function claimMany(what: string, { actor }: Person, calls: number): Promise<void> {
    const before = await database().callWindow.findMany({ select: { id: true } });
    await claimCall(what, actor.accountId, { calls, minutes: 24 * 60 });
    await database().callWindow.updateMany({
      where: { id: { notIn: before.map(({ id }) => id) } },
      data: { calls },
    });
  }
});

describe('a draft for a patient whose account was closed since', () => {
  it('can still be opened, and has no patient', async () => {
    const patient = await createPatient();
    const { reportId } = await createFilledDraft({ doctor, patient });
    const id = patient.actor.accountId;
    await database().account.update({ where: { id }, data: { status: 'SUSPENDED' } });
    expect((await readDoctorReport(doctor.actor, reportId)).picked).toBeNull();
  });
});

describe('readPatient', () => {
  it('is for doctors alone, and of active patients only', async () => {
    const patient = await createPatient();
    const closed = await createPatient({ status: 'SUSPENDED' });
    for (const { actor } of [patient, await createAdmin()]) {
      const read = readPatient(actor, patient.actor.accountId);
      await expect(read).rejects.toMatchObject({ code: 'forbidden' });
    }
    for (const { actor } of [closed, doctor]) {
      const read = readPatient(doctor.actor, actor.accountId);
      await expect(read).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('the snapshots', () => {
  it('hold what a report names', async () => {
    const { actor } = await createPatient({ birthDate: '1984-03-12', bloodGroup: 'O_NEGATIVE' });
    expect(await getPatient(database(), actor.accountId)).toEqual({
      accountId: actor.accountId,
      name: actor.displayName,
      printedName: null,
      givenNames: null,
      familyName: null,
      email: actor.email,
      birthDate: '1984-03-12',
      gender: 'female',
      bloodGroup: 'O_NEGATIVE',
    });
    expect(await getDoctor(database(), doctor.actor.accountId)).toMatchObject({
      name: 'Dr. Selin Aksoy',
      clinic: 'Harbour Clinic',
    });
  });

  it('are not to be had of the other kind of person, nor of closed accounts', async () => {
    const patient = await createPatient();
    const closed = await createPatient({ status: 'SUSPENDED' });
    const waiting = await createDoctor({ status: 'PENDING' });
    for (const { actor } of [doctor, closed]) {
      const snapshot = getPatient(database(), actor.accountId);
      await expect(snapshot).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const { actor } of [patient, waiting]) {
      const snapshot = getDoctor(database(), actor.accountId);
      await expect(snapshot).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
