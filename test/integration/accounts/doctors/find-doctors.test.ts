import { beforeAll, describe, expect, it } from 'vitest';
import { findDoctors } from '@/accounts/doctors/find-doctors';
import { listDoctors } from '@/accounts/doctors/list-doctors';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';

let admin: Person;
let doctor: Person;

beforeAll(async () => {
  admin = await createAdmin();
  doctor = await createDoctor({
    name: 'Dr. Şükrü 50%_Işık',
    licenceNumber: 'CY-SOUGHT-1',
    clinic: 'Praxis Großstraße',
  });
});

async function found(words: string, who = admin): Promise<string[]> {
  const doctors = await findDoctors(who.actor, words);
  return doctors.map(({ name, licenceNumber }) => `${name} ${licenceNumber}`);
}

describe('findDoctors', () => {
  const sought = ['Dr. Şükrü 50%_Işık CY-SOUGHT-1'];

  it('finds by a part of the name, the licence number or the e-mail address', async () => {
    expect(await found('sukru')).toEqual(sought);
    expect(await found('isik')).toEqual(sought);
    expect(await found('grossstrasse')).toEqual(sought);
    expect(await found('sought-1')).toEqual(sought);
    expect(await found(doctor.actor.email)).toEqual(sought);
  });

  it('takes % and _ as they are', async () => {
    expect(await found('50%_')).toEqual(sought);
    expect(await found('%%%')).toEqual([]);
  });

  it('finds a suspended doctor, but no unconfirmed one, and no patient', async () => {
    await createDoctor({ name: 'Dr. Soughtfor Suspended', status: 'SUSPENDED' });
    await createDoctor({ name: 'Dr. Soughtfor Unconfirmed', status: 'UNCONFIRMED' });
    await createPatient({ name: 'Soughtfor Patient' });
    const names = await findDoctors(admin.actor, 'soughtfor');
    expect(names.map(({ name }) => name)).toEqual(['Dr. Soughtfor Suspended']);
  });

  it.each([
    ['a doctor', createDoctor],
    ['a patient', createPatient],
  ])('shows %s nothing', async (_, create) => {
    await expect(found('sukru', await create())).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('listDoctors', () => {
  it('shows the one doctor who was picked', async () => {
    const query = { doctor: doctor.actor.accountId, status: null, page: 1 };
    const { doctors, total } = await listDoctors(admin.actor, query);
    expect(total).toBe(1);
    expect(doctors).toMatchObject([{ accountId: doctor.actor.accountId }]);
  });

  it('shows those of one status alone', async () => {
    await createDoctor({ status: 'SUSPENDED' });
    const query = { doctor: null, status: 'SUSPENDED', page: 1 } as const;
    const { doctors } = await listDoctors(admin.actor, query);
    expect(new Set(doctors.map(({ status }) => status))).toEqual(new Set(['SUSPENDED']));
  });

  it('shows no patient whose id stands in the address', async () => {
    const { actor } = await createPatient();
    const query = { doctor: actor.accountId, status: null, page: 1 };
    expect(await listDoctors(admin.actor, query)).toMatchObject({ doctors: [], total: 0 });
  });
});
