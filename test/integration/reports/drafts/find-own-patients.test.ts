import { beforeAll, describe, expect, it } from 'vitest';
import { findOwnPatients } from '@/reports/drafts/find-own-patients';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { createFilledDraft } from '../../../support/reports/report-factories';

let doctor: Person;

beforeAll(async () => {
  doctor = await createDoctor();
  const patient = await createPatient({ name: 'Çiğdem 100%_Öz', birthDate: '1971-08-19' });
  await createFilledDraft({ doctor, patient });
  await createFilledDraft({ doctor, patient });
});

async function found(name: string, who = doctor): Promise<string[]> {
  const patients = await findOwnPatients(who.actor, name);
  return patients.map((patient) => `${patient.name} ${String(patient.birthDate)}`);
}

describe('findOwnPatients', () => {
  it('finds each patient once, by a part of the name without its accents', async () => {
    expect(await found('cigdem')).toEqual(['Çiğdem 100%_Öz 1971-08-19']);
  });

  it('finds them by the number too', async () => {
    const [patient] = await findOwnPatients(doctor.actor, 'cigdem');
    expect(await found(patient?.number ?? '')).toHaveLength(1);
    expect(await found(patient?.number ?? '', await createDoctor())).toEqual([]);
  });

  it('takes % and _ as they are', async () => {
    expect(await found('100%_')).toHaveLength(1);
    expect(await found('%%%')).toEqual([]);
  });

  it('finds no patient for whom only another doctor has written', async () => {
    await createPatient({ name: 'Çiğdem Stranger' });
    expect(await found('Stranger')).toEqual([]);
    expect(await found('cigdem', await createDoctor())).toEqual([]);
  });

  it('is not there for patients and doctors who are not approved', async () => {
    for (const who of [await createPatient(), await createDoctor({ status: 'PENDING' })]) {
      await expect(found('cigdem', who)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
