import { beforeEach, describe, expect, it } from 'vitest';
import { findPatients } from '@/accounts/people/find-patients';
import { correctOwnProfile } from '@/accounts/profile/correct-own-profile';
import { correctProfile } from '@/accounts/profile/correct-profile';
import { declineProfileChange } from '@/accounts/profile/decline-profile-change';
import { findOpenRequest } from '@/accounts/profile/find-open-request';
import { findPeople } from '@/accounts/profile/find-people';
import { listProfileRequests } from '@/accounts/profile/list-profile-requests';
import {
  keepProfileOfReport,
  readProfileForReport,
} from '@/accounts/profile/keep-profile-of-report';
import type { ProfileFields } from '@/accounts/profile/profile-fields';
import { readOwnProfile } from '@/accounts/profile/read-own-profile';
import { readPerson } from '@/accounts/profile/read-person';
import { readProfile } from '@/accounts/profile/read-profile';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { database, inTransaction } from '@/platform/database/database';
import { forwardReport } from '@/reports/drafts/forward-report';
import { showReport } from '@/reports/content/show-report';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import {
  createFilledDraft,
  createForwardedReport,
  reportRow,
  TIME_ZONE,
} from '../../../support/reports/report-factories';

const WANTED: ProfileFields = {
  name: 'Ελένη Νικολάου',
  printedName: 'Eleni Nikolaou',
  givenNames: 'Ελένη',
  familyName: 'Νικολάου',
  birthDate: '1980-03',
  clinic: null,
  licenceNumber: null,
};

let doctor: Person;
let patient: Person;
let admin: Person;

beforeEach(async () => {
  doctor = await createDoctor();
  patient = await createPatient({ name: 'Eleni Nikolau', birthDate: '1981-04-02' });
  admin = await createAdmin();
});

const fieldsOf = async ({ actor }: Person) =>
  (await readProfile(database(), actor.accountId)).fields;

/** The newest mail about the profile: those about reports may be sent beside it. */
async function newestMail({ actor }: Person) {
  const about = ['corrected', 'declined'] as const;
  const subjects = about.map((news) => t(`accounts.profileMail.${news}.subject`));
  const mails = await deliverMailsTo(actor.email);
  const mail = mails.filter(({ subject }) => subjects.includes(subject)).at(-1);
  if (mail === undefined) throw new Error(`No mail to ${actor.email}`);
  return mail;
}

async function ask(wanted: ProfileFields = WANTED): Promise<string> {
  await requestProfileChange(patient.actor, wanted, 'It was typed wrongly.');
  const request = await findOpenRequest(patient.actor.accountId);
  if (request === null) throw new Error('The request is not there');
  return request.changeId;
}

describe('a patient', () => {
  it('corrects all of it before the first report, and is mailed what changed', async () => {
    await correctOwnProfile(patient.actor, WANTED);
    expect(await fieldsOf(patient)).toEqual(WANTED);
    const { subject, text } = await newestMail(patient);
    expect(subject).toBe(t('accounts.profileMail.corrected.subject'));
    expect(text).toContain('Eleni Nikolau → Ελένη Νικολάου');
    expect(text).toContain('2 April 1981 → March 1980');
    expect(text).toContain('/not-me#');
    expect(await actionsAbout(patient.actor.accountId)).toContain('account.profile-corrected');
    const found = async (name: string) =>
      (await findPatients(doctor.actor, name)).map(({ accountId }) => accountId);
    expect(await found('νικολάου')).toContain(patient.actor.accountId);
    expect(await found('eleni nikolaou')).toContain(patient.actor.accountId);
    expect(await found('eleni nikolau')).not.toContain(patient.actor.accountId);
  });

  it('corrects nothing after the first report', async () => {
    await createForwardedReport({ doctor, patient });
    const before = await fieldsOf(patient);
    await expect(correctOwnProfile(patient.actor, WANTED)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await fieldsOf(patient)).toEqual(before);
  });

  it('corrects nothing with an old proof, and nothing without a difference', async () => {
    const same = await fieldsOf(patient);
    await expect(correctOwnProfile(patient.actor, same)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const noBirth = { ...WANTED, birthDate: null };
    await expect(correctOwnProfile(patient.actor, noBirth)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await letProofGrowOld(patient);
    for (const attempt of [
      () => correctOwnProfile(patient.actor, WANTED),
      () => requestProfileChange(patient.actor, WANTED, 'It was typed wrongly.'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'proof-needed' });
    }
    expect(await fieldsOf(patient)).toEqual(same);
  });
});

describe('an administrator', () => {
  it('corrects a person with a reason; a report that was sent keeps its spelling', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const correction = { wanted: WANTED, answer: 'Passport seen.', changeId: null };
    await correctProfile(admin.actor, patient.actor.accountId, correction);
    expect(await fieldsOf(patient)).toEqual(WANTED);
    expect(await showReport(patient.actor, reportId)).toMatchObject({
      patient: { name: 'Eleni Nikolau', printedName: null, birthDate: '1981-04-02' },
    });
    const { text } = await newestMail(patient);
    expect(text).toContain('Eleni Nikolau → Ελένη Νικολάου');
    expect(text).toContain(t('accounts.profileMail.why', { reason: 'Passport seen.' }));
    expect(text).not.toContain('/not-me#');
    const row = await database().profileChange.findFirstOrThrow({
      where: { accountId: patient.actor.accountId },
    });
    expect(row).toMatchObject({ state: 'DONE', decidedById: admin.actor.accountId });
    expect(row.former).toMatchObject({ name: 'Eleni Nikolau' });
  });

  it('finds a person by either spelling, address and number', async () => {
    await correctOwnProfile(patient.actor, WANTED);
    const { number } = await database().patientProfile.findUniqueOrThrow({
      where: { accountId: patient.actor.accountId },
    });
    for (const typed of [
      'Νικολάου',
      'nikolaou',
      patient.actor.email,
      String(number).padStart(6, '0'),
    ]) {
      const found = await findPeople(admin.actor, typed);
      expect(found.map(({ accountId }) => accountId)).toContain(patient.actor.accountId);
    }
    expect(await findPeople(admin.actor, 'ni')).toEqual([]);
    const { profile } = await readPerson(admin.actor, patient.actor.accountId);
    expect(profile.fields).toEqual(WANTED);
  });

  it('grants a request, once', async () => {
    await createForwardedReport({ doctor, patient });
    const changeId = await ask();
    expect(await listProfileRequests(admin.actor)).toContainEqual(
      expect.objectContaining({ changeId, reason: 'It was typed wrongly.' }),
    );
    const correction = { wanted: WANTED, answer: 'Passport seen.', changeId };
    const { accountId } = patient.actor;
    const outcomes = await Promise.allSettled([
      correctProfile(admin.actor, accountId, correction),
      declineProfileChange((await createAdmin()).actor, changeId, 'No paper.'),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await findOpenRequest(accountId)).toBeNull();
    const { state } = await database().profileChange.findUniqueOrThrow({ where: { id: changeId } });
    expect((await fieldsOf(patient)).name).toBe(
      state === 'DONE' ? 'Ελένη Νικολάου' : 'Eleni Nikolau',
    );
    await expect(correctProfile(admin.actor, accountId, correction)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('declines a request with a reason that the person is mailed', async () => {
    await createForwardedReport({ doctor, patient });
    const changeId = await ask();
    await declineProfileChange(admin.actor, changeId, 'Please come with a passport.');
    const { subject, text } = await newestMail(patient);
    expect(subject).toBe(t('accounts.profileMail.declined.subject'));
    expect(text).toContain('Please come with a passport.');
    expect(text).toContain('Eleni Nikolau → Ελένη Νικολάου');
    const declined = { reason: 'It was typed wrongly.', answer: 'Please come with a passport.' };
    expect((await readOwnProfile(patient.actor)).declined).toEqual({ ...declined, wanted: WANTED });
    expect((await readOwnProfile(doctor.actor)).declined).toBeNull();
    expect((await fieldsOf(patient)).name).toBe('Eleni Nikolau');
    await expect(
      declineProfileChange(admin.actor, changeId, 'Please come with a passport.'),
    ).rejects.toMatchObject({ code: 'conflict' });
    await ask();
    expect((await readOwnProfile(patient.actor)).declined).toBeNull();
  });

  it('is notified of a request, once until it is decided, and gets none that changes nothing', async () => {
    const { accountId } = admin.actor;
    const notices = () =>
      database().notification.count({ where: { accountId, kind: 'correction-waiting' } });
    const before = await notices();
    await expect(ask(await fieldsOf(patient))).rejects.toMatchObject({ code: 'invalid-input' });
    await ask();
    await ask({ ...WANTED, name: 'Ελένη Νικολάου-Γεωργίου' });
    expect(await notices()).toBe(before + 1);
  });

  it('decides nothing about a request that another has replaced, or with an old proof', async () => {
    const replaced = await ask();
    await ask({ ...WANTED, name: 'Ελένη Νικολάου-Γεωργίου' });
    const { accountId } = patient.actor;
    const correction = { wanted: WANTED, answer: 'Passport seen.', changeId: replaced };
    await expect(correctProfile(admin.actor, accountId, correction)).rejects.toMatchObject({
      code: 'conflict',
    });
    await letProofGrowOld(admin);
    for (const attempt of [
      () => correctProfile(admin.actor, accountId, { ...correction, changeId: null }),
      () => declineProfileChange(admin.actor, replaced, 'No paper.'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'proof-needed' });
    }
  });

  it('is the only one who can', async () => {
    const changeId = await ask();
    const correction = { wanted: WANTED, answer: 'Passport seen.', changeId };
    for (const { actor } of [patient, doctor]) {
      for (const attempt of [
        () => correctProfile(actor, patient.actor.accountId, correction),
        () => declineProfileChange(actor, changeId, 'No paper.'),
        () => findPeople(actor, 'eleni'),
        () => listProfileRequests(actor),
        () => readPerson(actor, patient.actor.accountId),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
  });
});

describe('a correction while the doctor sends', () => {
  it('the first report: one of the two wins, and nothing is half-written', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    const input = { updatedAt: draft.updatedAt, timeZone: TIME_ZONE };
    const [sent, corrected] = await Promise.allSettled([
      forwardReport(doctor.actor, draft.reportId, input),
      correctOwnProfile(patient.actor, WANTED),
    ]);
    const fields = await fieldsOf(patient);
    const { state } = await reportRow(draft.reportId);
    if (sent.status === 'fulfilled' && corrected.status === 'fulfilled') {
      // The correction came before the patient was read.
      expect(await showReport(patient.actor, draft.reportId)).toMatchObject({
        patient: { name: WANTED.name },
      });
    } else {
      expect([sent.status, corrected.status].toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(state).toBe(sent.status === 'fulfilled' ? 'FORWARDED' : 'DRAFT');
      expect(fields.name).toBe(sent.status === 'fulfilled' ? 'Eleni Nikolau' : WANTED.name);
    }
  });

  it('is noticed by the send, which was prepared with what was there before', async () => {
    await createForwardedReport({ doctor, patient });
    const { accountId } = patient.actor;
    const fresh = await createPatient();
    for (const person of [patient, fresh]) {
      const { seen } = await readProfileForReport(database(), person.actor.accountId);
      const correction = { wanted: WANTED, answer: 'Passport seen.', changeId: null };
      await correctProfile(admin.actor, person.actor.accountId, correction);
      await expect(
        inTransaction((tx) => keepProfileOfReport(tx, seen, new Date())),
      ).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await fieldsOf(patient)).toEqual(WANTED);
    const { seen } = await readProfileForReport(database(), accountId);
    expect(seen.firstReportAt).not.toBeNull();
  });

  it('lets two doctors send the first report at one moment', async () => {
    const other = await createDoctor();
    const reports = await Promise.all([
      createForwardedReport({ doctor, patient }),
      createForwardedReport({ doctor: other, patient }),
    ]);
    expect(new Set(reports).size).toBe(2);
  });
});
