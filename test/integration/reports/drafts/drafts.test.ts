import { beforeAll, describe, expect, it } from 'vitest';
import { claimCall } from '@/platform/http/call-windows';
import { database, inTransaction } from '@/platform/database/database';
import { createDraft } from '@/reports/drafts/create-draft';
import { discardDraft } from '@/reports/drafts/discard-draft';
import { previewReport } from '@/reports/drafts/preview-report';
import { saveDraft } from '@/reports/drafts/save-draft';
import { writeNewDraft } from '@/reports/drafts/write-new-draft';
import { emptyBloodPressure } from '@/reports/templates/blood-pressure/schema';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import {
  bloodPressureForm,
  createFilledDraft,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';

let doctor: Person;
let otherDoctor: Person;
let pendingDoctor: Person;
let patient: Person;
let admin: Person;

beforeAll(async () => {
  doctor = await createDoctor();
  otherDoctor = await createDoctor();
  pendingDoctor = await createDoctor({ status: 'PENDING' });
  patient = await createPatient();
  admin = await createAdmin();
});

function begin(person = doctor) {
  return createDraft(person.actor, { template: 'BLOOD_PRESSURE', today: '2026-03-04' });
}

describe('a draft', () => {
  it('begins empty, with today’s date, and leaves a trace', async () => {
    const { reportId } = await begin();
    const report = await reportRow(reportId);
    expect(report).toMatchObject({ state: 'DRAFT', patientId: null, contentHash: null });
    expect(report.staged?.form).toEqual({ ...emptyBloodPressure, date: '2026-03-04' });
    const event = await database().auditEvent.findFirstOrThrow({ where: { reportId } });
    expect(event).toMatchObject({
      action: 'report.draft-created',
      actorId: doctor.actor.accountId,
    });
  });

  it('is saved as typed, half filled in, and again from the version saved', async () => {
    const { reportId } = await begin();
    const form = { ...emptyBloodPressure, medication: 'Lisin', measurements: halfFilled() };
    const first = await saveDraft(doctor.actor, reportId, {
      patientId: null,
      form,
      updatedAt: (await reportRow(reportId)).updatedAt.toISOString(),
    });
    expect((await reportRow(reportId)).staged?.form).toEqual(form);
    await saveDraft(doctor.actor, reportId, {
      patientId: patient.actor.accountId,
      form: { ...form, medication: 'Lisinopril' },
      updatedAt: first.updatedAt,
    });
    const report = await reportRow(reportId);
    expect(report.patientId).toBe(patient.actor.accountId);
    expect(report.staged?.form).toMatchObject({ medication: 'Lisinopril' });
  });

  it('is not overwritten by a window that has not seen the newest text', async () => {
    const { reportId, updatedAt } = await createFilledDraft({ doctor, patient });
    const save = (remarks: string) =>
      saveDraft(doctor.actor, reportId, {
        patientId: null,
        form: { ...bloodPressureForm(), remarks },
        updatedAt,
      });
    await save('first window');
    await expect(save('second window')).rejects.toMatchObject({ code: 'conflict' });
    expect((await reportRow(reportId)).staged?.form).toMatchObject({ remarks: 'first window' });
  });

  it('is overwritten when the person has chosen to', async () => {
    const { reportId } = await createFilledDraft({ doctor, patient });
    const form = { ...bloodPressureForm(), remarks: 'chosen' };
    await saveDraft(doctor.actor, reportId, { patientId: null, form, updatedAt: null });
    expect((await reportRow(reportId)).staged?.form).toMatchObject({ remarks: 'chosen' });
  });

  it.each([
    ['a field of another type', { ...emptyBloodPressure, remarks: 7 }],
    ['a text without end', { ...emptyBloodPressure, remarks: 'x'.repeat(50_000) }],
    ['no form at all', {}],
  ])('refuses %s', async (_, form) => {
    const { reportId } = await begin();
    const save = saveDraft(doctor.actor, reportId, { patientId: null, form, updatedAt: null });
    await expect(save).rejects.toThrow();
    expect((await reportRow(reportId)).staged?.form).toMatchObject({ remarks: '' });
  });

  it('names only a patient', async () => {
    const { reportId } = await begin();
    const save = saveDraft(doctor.actor, reportId, {
      patientId: otherDoctor.actor.accountId,
      form: emptyBloodPressure,
      updatedAt: null,
    });
    await expect(save).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is discarded: nothing of what was typed is kept, nor for whom', async () => {
    const { reportId } = await createFilledDraft({ doctor, patient });
    await discardDraft(doctor.actor, reportId);
    expect(await reportRow(reportId)).toMatchObject({
      state: 'DISCARDED',
      patientId: null,
      staged: null,
    });
    await expect(discardDraft(doctor.actor, reportId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('a draft that names a patient', () => {
  const readsOf = ({ actor }: Person) =>
    database().auditEvent.findMany({
      where: { actorId: actor.accountId, action: 'patient.details-read' },
      orderBy: { id: 'asc' },
    });

  it('leaves a trace about the patient when it begins to, and not at every save', async () => {
    const curious = await createDoctor();
    const { reportId } = await begin(curious);
    const save = (patientId: string | null) =>
      saveDraft(curious.actor, reportId, { patientId, form: emptyBloodPressure, updatedAt: null });
    const [first, second] = [patient.actor.accountId, (await createPatient()).actor.accountId];
    for (const patientId of [null, first, first, second, second, null, first]) {
      await save(patientId);
    }
    expect((await readsOf(curious)).map(({ subjectId }) => subjectId)).toEqual([
      first,
      second,
      first,
    ]);
  });

  it('counts as a look at the patient’s details, until the day’s looks are used', async () => {
    const hasty = await createDoctor();
    const { reportId } = await begin(hasty);
    const save = (patientId: string) =>
      saveDraft(hasty.actor, reportId, { patientId, form: emptyBloodPressure, updatedAt: null });
    await save(patient.actor.accountId);
    for (let calls = 1; calls < 300; calls += 1) {
      await claimCall('patient details', hasty.actor.accountId, { calls: 300, minutes: 24 * 60 });
    }
    const another = await createPatient();
    await expect(save(another.actor.accountId)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    expect((await reportRow(reportId)).patientId).toBe(patient.actor.accountId);
    // What is written about the patient of the draft can still be saved.
    await expect(save(patient.actor.accountId)).resolves.toBeDefined();
    expect(await readsOf(hasty)).toHaveLength(1);
  });
});

describe('the preview of a draft that was saved long ago', () => {
  /** As drafts of the version before are: they name a patient, and the trail has no event of it. */
  async function savedBefore(author: Person) {
    const named = (await createPatient()).actor.accountId;
    const reportId = await inTransaction((tx) =>
      writeNewDraft(tx, {
        template: 'BLOOD_PRESSURE',
        doctorId: author.actor.accountId,
        patientId: named,
        amendsId: null,
        form: { ...bloodPressureForm() },
      }),
    );
    return { reportId, named };
  }

  it('leaves one trace a day about the patient whose details it shows, and counts once', async () => {
    const author = await createDoctor();
    const { reportId, named } = await savedBefore(author);
    const reads = () =>
      database().auditEvent.findMany({
        where: { action: 'patient.details-read', subjectId: named },
      });
    expect(await reads()).toHaveLength(0);
    await previewReport(author.actor, reportId, { timeZone: 'UTC' });
    await previewReport(author.actor, reportId, { timeZone: 'UTC' });
    expect(await reads()).toMatchObject([{ actorId: author.actor.accountId }]);
  });

  it('is refused when the day’s looks are used, and shows nothing', async () => {
    const author = await createDoctor();
    const { reportId } = await savedBefore(author);
    for (let calls = 1; calls <= 300; calls += 1) {
      await claimCall('patient details', author.actor.accountId, { calls: 300, minutes: 24 * 60 });
    }
    await expect(previewReport(author.actor, reportId, { timeZone: 'UTC' })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });
});

describe('a draft for all others', () => {
  it.each([
    ['another doctor', () => otherDoctor],
    ['a doctor not approved yet', () => pendingDoctor],
    ['the patient it names', () => patient],
  ])('does not exist: %s', async (_, who) => {
    const { reportId } = await createFilledDraft({ doctor, patient });
    const { actor } = who();
    const notFound = { code: 'not-found' };
    const input = { patientId: null, form: emptyBloodPressure, updatedAt: null };
    await expect(saveDraft(actor, reportId, input)).rejects.toMatchObject(notFound);
    await expect(discardDraft(actor, reportId)).rejects.toMatchObject(notFound);
    expect((await reportRow(reportId)).staged?.form).toEqual(bloodPressureForm());
  });

  it.each([
    ['a patient', () => patient, 'forbidden'],
    ['an administrator', () => admin, 'forbidden'],
    ['a doctor not approved yet', () => pendingDoctor, 'not-found'],
  ])('cannot be begun by %s', async (_, who, code) => {
    await expect(begin(who())).rejects.toMatchObject({ code });
  });
});

it('is no draft any more once it is forwarded', async () => {
  const reportId = await createForwardedReport({ doctor, patient });
  const input = { patientId: null, form: emptyBloodPressure, updatedAt: null };
  const wrongState = { code: 'wrong-state' };
  await expect(saveDraft(doctor.actor, reportId, input)).rejects.toMatchObject(wrongState);
  await expect(discardDraft(doctor.actor, reportId)).rejects.toMatchObject(wrongState);
});

function halfFilled() {
  const empty = emptyBloodPressure.measurements;
  return { ...empty, a: { systolic: 14, diastolic: '', pulse: '' } };
}
