import { beforeAll, describe, expect, it } from 'vitest';
import { findPatients } from '@/accounts/find-patients';
import { getDoctor } from '@/accounts/get-doctor';
import { getPatient } from '@/accounts/get-patient';
import { database } from '@/platform/database';
import { createAdmin, createDoctor, createPatient, type Person } from '../../support/factories';

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Dr. Selin Aksoy', clinic: 'Harbour Clinic' });
  await createPatient({ name: 'Ali Ahmed', birthDate: '1997-11-02' });
  await createPatient({ name: 'Ali Ahmed', birthDate: '1984-03-12' });
  await createPatient({ name: 'Gülşah Işıkoğlu' });
  await createPatient({ name: 'Ελένη Παπαδοπούλου' });
  await createPatient({ name: 'Ali Ahmed Unconfirmed', status: 'UNCONFIRMED' });
  await createPatient({ name: 'Ali Ahmed Suspended', status: 'SUSPENDED' });
});

async function found(name: string): Promise<string[]> {
  const patients = await findPatients(doctor.actor, name);
  return patients.map((patient) => `${patient.name} ${patient.birthDate}`);
}

describe('findPatients', () => {
  it('tells two people of one name apart by their birth dates', async () => {
    expect(await found('ali ahm')).toEqual(['Ali Ahmed 1984-03-12', 'Ali Ahmed 1997-11-02']);
  });

  it('looks from the third letter on', async () => {
    expect(await found(' al ')).toEqual([]);
    expect(await found('ali')).toHaveLength(2);
  });

  it.each(['gülşah', 'GÜLŞAH', 'gulsah', 'ελένη', 'Παπαδοπ'])('finds %s', async (name) => {
    expect(await found(name)).toHaveLength(1);
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

describe('the snapshots', () => {
  it('hold what a report names', async () => {
    const { actor } = await createPatient({ birthDate: '1984-03-12', bloodGroup: 'O_NEGATIVE' });
    expect(await getPatient(database(), actor.accountId)).toEqual({
      accountId: actor.accountId,
      name: actor.displayName,
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
