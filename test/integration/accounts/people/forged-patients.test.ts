import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findPatients } from '@/accounts/people/find-patients';
import { formatPatientNumber } from '@/accounts/people/patient-marks';
import { readPatient } from '@/accounts/people/read-patient';
import { correctOwnProfile } from '@/accounts/profile/correct-own-profile';
import { findOpenRequest } from '@/accounts/profile/find-open-request';
import {
  keepProfileOfReport,
  readProfileForReport,
} from '@/accounts/profile/keep-profile-of-report';
import { listProfileRequests } from '@/accounts/profile/list-profile-requests';
import { readProfile } from '@/accounts/profile/read-profile';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { database, inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';

describe('a patient of the same name', () => {
  /** Somebody who can write to the database, has an account, and lacks the keyring. */
  let attacker: Person;
  let victim: Person;
  let doctor: Person;
  const name = 'Eleni Christodoulou';
  const of = ({ actor: { accountId } }: Person) => ({ where: { accountId } });
  const found = async (typed: string) =>
    (await findPatients(doctor.actor, typed)).map(({ accountId }) => accountId);
  const profileOf = (person: Person) => database().patientProfile.findUniqueOrThrow(of(person));

  beforeEach(async () => {
    doctor = await createDoctor();
    [attacker, victim] = [await createPatient({ name }), await createPatient({ name })];
    vi.spyOn(log(), 'error').mockReturnValue();
  });

  it.each([
    ['birth date', { birthDate: new Date('1990-01-01') }],
    ['precision of the birth date', { birthPrecision: 'YEAR' as const }],
    ['gender', { gender: 'male' as const }],
  ])('is neither found nor named by a report with another %s', async (_, data) => {
    const { accountId } = attacker.actor;
    expect(await found(name)).toContain(accountId);
    await database().patientProfile.update({ ...of(attacker), data });
    expect(await found(name)).not.toContain(accountId);
    await expect(readPatient(doctor.actor, accountId)).rejects.toMatchObject({
      code: 'object-altered',
    });
    await expect(readProfileForReport(database(), accountId)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });

  it('is not found by the number of another', async () => {
    const [{ number }, own] = [await profileOf(victim), await profileOf(attacker)];
    const typed = formatPatientNumber(number);
    expect(await found(typed)).toEqual([victim.actor.accountId]);
    const write = (person: Person, to: number) =>
      database().patientProfile.update({ ...of(person), data: { number: to } });
    await write(victim, 900_000 + number);
    await write(attacker, number);
    expect(await found(typed)).toEqual([]);
    await write(attacker, own.number);
    await write(victim, number);
    expect(await found(typed)).toEqual([victim.actor.accountId]);
  });

  it('is not found by a name that somebody wrote', async () => {
    const data = { displayName: 'Ingrid Solberg', nameKey: 'ingridsolberg' };
    await database().account.update({ where: { id: attacker.actor.accountId }, data });
    expect(await found(name)).not.toContain(attacker.actor.accountId);
  });

  it('cannot correct their data alone by writing that no report was sent', async () => {
    const { accountId } = attacker.actor;
    const { seen } = await readProfileForReport(database(), accountId);
    await inTransaction((tx) => keepProfileOfReport(tx, seen, new Date(Date.now() - MINUTE_MS)));
    expect((await readProfileForReport(database(), accountId)).seen.firstReportAt).not.toBeNull();
    await database().patientProfile.update({ ...of(attacker), data: { firstReportAt: null } });
    const { fields } = await readProfile(database(), accountId);
    await expect(
      correctOwnProfile(attacker.actor, { ...fields, birthDate: '1990-01-01' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['wrote', false],
    ['changed', true],
  ])(
    'is not what an administrator is asked for by a request that somebody %s',
    async (_, isOwn) => {
      const { accountId } = victim.actor;
      const { fields } = await readProfile(database(), accountId);
      const wanted = { ...fields, name: 'Somebody Else' };
      if (isOwn) {
        await requestProfileChange(
          victim.actor,
          { ...fields, givenNames: 'Eleni' },
          'It is missing.',
        );
        expect(await findOpenRequest(accountId)).not.toBeNull();
        await database().profileChange.updateMany({ ...of(victim), data: { wanted } });
      } else {
        const data = { accountId, openFor: accountId, state: 'ASKED' as const, wanted };
        await database().profileChange.create({ data });
      }
      expect(await findOpenRequest(accountId)).toBeNull();
      const listed = await listProfileRequests((await createAdmin()).actor);
      expect(listed.map((request) => request.accountId)).not.toContain(accountId);
    },
  );
});
