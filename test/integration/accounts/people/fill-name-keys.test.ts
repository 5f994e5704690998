import { expect, it } from 'vitest';
import { fillNameKeys } from '@/accounts/people/fill-name-keys';
import { findDoctors } from '@/accounts/doctors/find-doctors';
import { findPatients } from '@/accounts/people/find-patients';
import { database } from '@/platform/database/database';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';

/** As the migration leaves a row of the version before. */
async function withoutKeys({ actor }: Person): Promise<void> {
  const id = actor.accountId;
  await database().account.update({ where: { id }, data: { nameKey: '' } });
  await database().patientNamePart.deleteMany({ where: { accountId: id } });
  await database().doctorProfile.updateMany({ where: { accountId: id }, data: { clinicKey: '' } });
}

it('fills in the keys of rows that are older than they are, which are found by their name until then', async () => {
  const seeker = await createDoctor();
  const patient = await createPatient({ name: 'Backfilled Łapicki' });
  const doctor = await createDoctor({ name: 'Dr. Backfilled', clinic: 'Klinik Großnabel' });
  await withoutKeys(patient);
  await withoutKeys(doctor);
  const found = async (name: string) => (await findPatients(seeker.actor, name)).length;
  expect(await found('Backfilled')).toBe(1);
  expect(await found('backfilled lapicki')).toBe(0);

  while (await fillNameKeys());
  expect(await found('backfilled lapicki')).toBe(1);
  const admin = await createAdmin();
  expect(await findDoctors(admin.actor, 'grossnabel')).toHaveLength(1);

  const rows = () => database().account.findMany({ orderBy: { id: 'asc' } });
  const before = await rows();
  expect(await fillNameKeys()).toBe(false);
  expect(await rows()).toEqual(before);
});
