import { beforeAll, expect, it } from 'vitest';
import { changeListing, readOwnListing } from '@/accounts/directory/change-listing';
import { searchDirectory } from '@/accounts/directory/search-directory';
import type { Specialty } from '@/accounts/directory/specialties';
import { correctProfile } from '@/accounts/profile/correct-profile';
import { readProfile } from '@/accounts/profile/read-profile';
import { database } from '@/platform/database/database';
import { alterAccount } from '../../../support/people/alter-account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';

let patient: Person;

beforeAll(async () => {
  patient = await createPatient();
});

async function listed(name: string, clinic: string, specialty: Specialty): Promise<Person> {
  const doctor = await createDoctor({ name, clinic });
  await changeListing(doctor.actor, specialty);
  return doctor;
}

async function find(words: string, specialty: Specialty | null = null): Promise<string[]> {
  const { doctors } = await searchDirectory(patient.actor, { words, specialty, after: null });
  return doctors.map(({ name }) => name);
}

it('finds listed doctors by the beginning of words, however they are spelled, and by specialty', async () => {
  await listed('Dr. Άννα Γεωργίου', 'Zypern-Klinik', 'cardiology');
  await listed('Dr. Bülent Işıkoğlu', 'Zypern-Klinik', 'neurology');
  await createDoctor({ name: 'Dr. Anna Unlisted', clinic: 'Zypern-Klinik' });
  expect(await find('zypern')).toHaveLength(2);
  expect(await find('georg')).toEqual(['Dr. Άννα Γεωργίου']);
  expect(await find('isikoglu bul')).toEqual(['Dr. Bülent Işıkoğlu']);
  expect(await find('klinik', 'neurology')).toEqual(['Dr. Bülent Işıkoğlu']);
  expect(await find('eorg')).toEqual([]);
  expect(await find('%')).toEqual([]);
  expect(await find('unlisted')).toEqual([]);
});

it('forgets who leaves it or is suspended, and follows corrections', async () => {
  const doctor = await listed('Dr. Wanda Quillfeather', 'Old Clinic', 'urology');
  expect(await readOwnListing(doctor.actor)).toBe('urology');
  const { fields } = await readProfile(database(), doctor.actor.accountId);
  const admin = await createAdmin();
  await correctProfile(admin.actor, doctor.actor.accountId, {
    wanted: { ...fields, clinic: 'Brandnew Clinic' },
    answer: 'They moved.',
    changeId: null,
  });
  expect(await find('brandnew')).toEqual(['Dr. Wanda Quillfeather']);
  await alterAccount(doctor.actor.accountId, { status: 'SUSPENDED' });
  expect(await find('quill')).toEqual([]);
  await alterAccount(doctor.actor.accountId, { status: 'ACTIVE' });
  expect(await find('quill')).toHaveLength(1);
  await changeListing(doctor.actor, null);
  expect(await find('quill')).toEqual([]);
  expect(await readOwnListing(doctor.actor)).toBeNull();
});

it('comes page by page, without gaps or repetitions', async () => {
  const names = Array.from(
    { length: 23 },
    (_, place) => `Dr. Pagewise ${String(place).padStart(2, '0')}`,
  );
  for (const name of names) await listed(name, 'Long Clinic', 'other');
  const query = { words: 'pagewise', specialty: null };
  const first = await searchDirectory(patient.actor, { ...query, after: null });
  expect(first.doctors).toHaveLength(20);
  const second = await searchDirectory(patient.actor, { ...query, after: first.next });
  expect(second.next).toBeNull();
  expect([...first.doctors, ...second.doctors].map(({ name }) => name)).toEqual(names);
});

it('shows nobody under a name that was not approved', async () => {
  const doctor = await listed('Dr. Honest Name', 'A Clinic', 'other');
  await database().account.update({
    where: { id: doctor.actor.accountId },
    data: { displayName: 'Dr. Stolen Name' },
  });
  expect(await find('honest')).toEqual([]);
});

it('is for patients, and doctors list themselves', async () => {
  const query = { words: '', specialty: null, after: null };
  for (const { actor } of [await createDoctor(), await createAdmin()]) {
    await expect(searchDirectory(actor, query)).rejects.toMatchObject({ code: 'not-found' });
  }
  const waiting = await createDoctor({ status: 'PENDING' });
  for (const { actor } of [patient, waiting, await createAdmin()]) {
    await expect(changeListing(actor, 'other')).rejects.toMatchObject({ code: 'not-found' });
    await expect(readOwnListing(actor)).rejects.toMatchObject({ code: 'not-found' });
  }
});
