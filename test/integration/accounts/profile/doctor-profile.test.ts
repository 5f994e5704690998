import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { findDoctors } from '@/accounts/doctors/find-doctors';
import { correctOwnProfile } from '@/accounts/profile/correct-own-profile';
import { correctProfile } from '@/accounts/profile/correct-profile';
import { profileChangeMac } from '@/accounts/profile/profile-change-mac';
import { findOpenRequest } from '@/accounts/profile/find-open-request';
import { readPerson } from '@/accounts/profile/read-person';
import { readProfile } from '@/accounts/profile/read-profile';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { database } from '@/platform/database/database';
import { forwardReport } from '@/reports/drafts/forward-report';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import {
  createFilledDraft,
  createForwardedReport,
  TIME_ZONE,
} from '../../../support/reports/report-factories';

let doctor: Person;
let admin: Person;

beforeEach(async () => {
  doctor = await createDoctor();
  admin = await createAdmin();
});

const fieldsOf = async ({ actor }: Person) =>
  (await readProfile(database(), actor.accountId)).fields;

describe('a doctor', () => {
  it('only adds the spelling that documents need, and asks for the rest', async () => {
    const nameless = await createDoctor({ name: 'Dr. 王小明' });
    const fields = await fieldsOf(nameless);
    const spelled = { ...fields, printedName: 'Dr. Wang Xiaoming' };
    await expect(
      correctOwnProfile(nameless.actor, { ...spelled, name: 'Dr. Other' }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    await correctOwnProfile(nameless.actor, spelled);
    expect(await fieldsOf(nameless)).toEqual(spelled);
    const again = { ...spelled, printedName: 'Dr. Somebody Else' };
    await expect(correctOwnProfile(nameless.actor, again)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await createForwardedReport({ doctor: nameless, patient: await createPatient() });
  });

  it('asks for a clinic and a licence number that documents can print', async () => {
    const earlier = await createDoctor({ clinic: '北医院', licenceNumber: '医-1' });
    const { accountId } = earlier.actor;
    const patient = await createPatient();
    const draft = await createFilledDraft({ doctor: earlier, patient });
    const input = { updatedAt: draft.updatedAt, timeZone: TIME_ZONE };
    const refusal: unknown = await forwardReport(earlier.actor, draft.reportId, input).catch(
      (error: unknown) => error,
    );
    const { fields: faults } = refusal as {
      fields: Record<string, (translate: typeof t) => string>;
    };
    expect(faults['doctor.clinic']?.(t)).toBe(
      t('reports.requireDrawable.doctorClinic', { character: '“北” (U+5317)' }),
    );
    expect(faults['doctor.licenceNumber']?.(t)).toBe(
      t('reports.requireDrawable.doctorLicence', { character: '“医” (U+533B)' }),
    );
    const seen = await readPerson(admin.actor, accountId);
    expect(seen.profile).toMatchObject({ isPrintable: false, fields: { clinic: '北医院' } });

    const wanted = { ...seen.profile.fields, clinic: 'North Hospital', licenceNumber: 'MD-1' };
    await expect(correctOwnProfile(earlier.actor, wanted)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await requestProfileChange(earlier.actor, wanted, 'So that reports can be printed.');
    const request = await findOpenRequest(accountId);
    expect(request?.wanted).toEqual(wanted);
    const correction = { wanted, answer: 'Register seen.', changeId: request?.changeId ?? '' };
    await correctProfile(admin.actor, accountId, correction);
    expect(await readProfile(database(), accountId)).toMatchObject({
      isPrintable: true,
      fields: wanted,
    });
    const text = (await deliverMailsTo(earlier.actor.email)).at(-1)?.text;
    expect(text).toContain('北医院 → North Hospital');
    expect(text).toContain('医-1 → MD-1');
    await forwardReport(earlier.actor, draft.reportId, input);
    const found = await findDoctors(admin.actor, 'north hospital');
    expect(found.map((one) => one.accountId)).toContain(accountId);
  });

  it('gets no licence number of another approved doctor, and keeps it while only the name is asked for', async () => {
    const { licenceNumber } = await fieldsOf(await createDoctor());
    const fields = await fieldsOf(doctor);
    const { accountId } = doctor.actor;
    const taken = {
      wanted: { ...fields, licenceNumber },
      answer: 'Register seen.',
      changeId: null,
    };
    await expect(correctProfile(admin.actor, accountId, taken)).rejects.toMatchObject({
      code: 'licence-taken',
    });
    expect(await fieldsOf(doctor)).toEqual(fields);
    // As a version asked that did not know of clinics.
    const { printedName, givenNames, familyName } = fields;
    const older = { name: 'Dr. Other', printedName, givenNames, familyName, birthDate: null };
    const request = { id: randomUUID(), accountId, wanted: older };
    const mac = await profileChangeMac(database(), request);
    await database().profileChange.create({
      data: { ...request, mac, openFor: accountId, state: 'ASKED' },
    });
    const { changeId, wanted } = (await findOpenRequest(accountId)) ?? raise();
    await correctProfile(admin.actor, accountId, { wanted, answer: 'Seen.', changeId });
    expect(await fieldsOf(doctor)).toEqual({ ...fields, name: 'Dr. Other' });
  });
});

function raise(): never {
  throw new Error('The request is not there');
}
