import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/accounts/sessions/actor';
import type { Sentence } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { forwardReport } from '@/reports/drafts/forward-report';
import { openReportDocument } from '@/reports/content/open-report-document';
import { previewReport } from '@/reports/drafts/preview-report';
import { saveDraft } from '@/reports/drafts/save-draft';
import { listObjects } from '@/vault/object-store';
import { behindProxy } from '../../../support/services/behind-proxy';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import {
  bloodPressureForm,
  createFilledDraft,
  createForwardedReport,
  reportRow,
  TIME_ZONE,
} from '../../../support/reports/report-factories';

const store = await behindProxy('S3_ENDPOINT');

let doctor: Person;
let patient: Person;

beforeAll(async () => {
  doctor = await createDoctor({ name: 'Dr. Selin Aksoy' });
  patient = await createPatient({ name: 'Ali Ahmed' });
});

function forward(draft: { reportId: string; updatedAt: string }, actor: Actor = doctor.actor) {
  const input = { updatedAt: draft.updatedAt, timeZone: TIME_ZONE };
  return forwardReport(actor, draft.reportId, input);
}

async function traces(reportId: string): Promise<string[]> {
  const events = await database().auditEvent.findMany({
    where: { reportId },
    orderBy: { id: 'asc' },
  });
  return events.map(({ action }) => action);
}

async function mailsQueued(reportId: string): Promise<number> {
  const jobs = await database().outboxJob.findMany({ where: { kind: 'mail-report-forwarded' } });
  return jobs.filter(({ payload }) => JSON.stringify(payload).includes(reportId)).length;
}

describe('a time of collection around a change of the clocks in Nicosia', () => {
  async function preview(collectedAt: string): Promise<unknown> {
    const form = { collectedAt, confirmedUnusual: true };
    const draft = await createFilledDraft({ doctor, patient, template: 'COVID_19', form });
    return previewReport(doctor.actor, draft.reportId, { timeZone: TIME_ZONE });
  }

  it.each(['2025-03-30T03:30:00+03:00', '2025-03-30T03:30:00+02:00', '2025-03-30T03:30'])(
    '%s does not exist and is rejected beside its field',
    async (collectedAt) => {
      await expect(preview(collectedAt)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { collectedAt: expect.any(Function) as Sentence },
      });
    },
  );

  it.each([
    '2025-03-30T02:30:00+02:00',
    '2025-03-30T04:30:00+03:00',
    '2025-10-26T03:30:00+03:00',
    '2025-10-26T03:30:00+02:00',
    // Typed in Tashkent.
    '2025-03-30T03:30:00+05:00',
  ])('%s is taken', async (collectedAt) => {
    await expect(preview(collectedAt)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('forwarding', () => {
  it.each(['BLOOD_PRESSURE', 'COVID_19'] as const)('stores a %s report once', async (template) => {
    const draft = await createFilledDraft({ doctor, patient, template });
    await forward(draft);
    const report = await reportRow(draft.reportId);
    expect(report.state).toBe('FORWARDED');
    expect(report.forwardedAt).toBeInstanceOf(Date);
    expect(report.staged?.patient).toMatchObject({ name: 'Ali Ahmed', birthDate: '1984-03-12' });
    expect(report.staged?.doctor).toMatchObject({ name: 'Dr. Selin Aksoy' });
    const { pdf } = await openReportDocument(doctor.actor, draft.reportId);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const hash = Uint8Array.from(createHash('sha256').update(pdf).digest());
    expect(report.contentHash).toEqual(hash);
    expect(await mailsQueued(draft.reportId)).toBe(1);
    expect(await traces(draft.reportId)).toContain('report.forwarded');
  });

  it('makes two PDFs of the same words differ, so that their hashes reveal nothing', async () => {
    const one = await reportRow(await createForwardedReport({ doctor, patient }));
    const other = await reportRow(await createForwardedReport({ doctor, patient }));
    expect(one.contentHash).not.toEqual(other.contentHash);
    expect(one.wrappedKey).not.toEqual(other.wrappedKey);
  });

  it('happens once when pressed twice at the same moment', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    const results = await Promise.allSettled([forward(draft), forward(draft)]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'wrong-state' });
    expect(await mailsQueued(draft.reportId)).toBe(1);
    const forwards = (await traces(draft.reportId)).filter((trace) => trace === 'report.forwarded');
    expect(forwards).toHaveLength(1);
    // The refused one's object is there for the sweep; the report's own opens.
    const { pdf } = await openReportDocument(patient.actor, draft.reportId);
    expect(pdf.length).toBeGreaterThan(0);
  });

  it('is refused for a version that another window has changed', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    const updatedAt = new Date(Date.parse(draft.updatedAt) - 1).toISOString();
    await expect(forward({ ...draft, updatedAt })).rejects.toMatchObject({ code: 'conflict' });
    expect((await reportRow(draft.reportId)).state).toBe('DRAFT');
  });
});

describe('an incomplete or impossible form', () => {
  const impossible = {
    ...bloodPressureForm().measurements,
    b: { systolic: 80, diastolic: 120, pulse: '' },
  };
  const unusual = {
    ...bloodPressureForm().measurements,
    b: { systolic: 290, diastolic: 120, pulse: '' },
  };
  it.each([
    ['a missing date', { date: '' }, 'date'],
    ['a diastolic above the systolic', { measurements: impossible }, 'measurements.b.diastolic'],
    ['an unusual value without confirmation', { measurements: unusual }, 'confirmedUnusual'],
  ])('is rejected beside its field: %s', async (_, form, field) => {
    const draft = await createFilledDraft({ doctor, patient, form });
    const refusal = {
      code: 'invalid-input',
      fields: { [field]: expect.any(Function) as Sentence },
    };
    await expect(forward(draft)).rejects.toMatchObject(refusal);
    await expect(preview(draft)).rejects.toMatchObject(refusal);
    expect((await reportRow(draft.reportId)).state).toBe('DRAFT');
    expect(await mailsQueued(draft.reportId)).toBe(0);
  });

  it('names a missing patient', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    const { updatedAt } = await saveDraft(doctor.actor, draft.reportId, {
      patientId: null,
      form: bloodPressureForm(),
      updatedAt: null,
    });
    await expect(forward({ ...draft, updatedAt })).rejects.toMatchObject({
      fields: { patientId: expect.any(Function) as Sentence },
    });
  });

  it('names a character that the PDF cannot draw', async () => {
    const draft = await createFilledDraft({ doctor, patient, form: { remarks: 'Ruhe 🛌' } });
    await expect(forward(draft)).rejects.toMatchObject({ code: 'undrawable-character' });
    expect((await reportRow(draft.reportId)).state).toBe('DRAFT');
  });
});

describe('people who may not', () => {
  it.each([
    ['another doctor', () => createDoctor()],
    ['a doctor not approved yet', () => createDoctor({ status: 'PENDING' })],
    ['the patient', () => Promise.resolve(patient)],
  ])('find nothing to forward or preview: %s', async (_, who) => {
    const draft = await createFilledDraft({ doctor, patient });
    const { actor } = await who();
    await expect(forward(draft, actor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(preview(draft, actor)).rejects.toMatchObject({ code: 'not-found' });
    expect((await reportRow(draft.reportId)).state).toBe('DRAFT');
  });

  it('cannot forward or preview what is forwarded already', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    await forward(draft);
    await expect(forward(draft)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(preview(draft)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('the preview', () => {
  it('is a PDF that leaves nothing behind', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    const before = await countObjects();
    const pdf = await preview(draft);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await countObjects()).toBe(before);
    expect((await reportRow(draft.reportId)).state).toBe('DRAFT');
  });
});

describe('the object store is down', () => {
  it('leaves the draft as it was; pressing again later forwards it', async () => {
    const draft = await createFilledDraft({ doctor, patient });
    await store.cut();
    try {
      await expect(forward(draft)).rejects.toMatchObject({ code: 'store-unavailable' });
    } finally {
      await store.mend();
    }
    expect(await reportRow(draft.reportId)).toMatchObject({
      state: 'DRAFT',
      contentHash: null,
      objectAddress: null,
      staged: { form: bloodPressureForm() },
    });
    expect(await mailsQueued(draft.reportId)).toBe(0);
    expect(await traces(draft.reportId)).toEqual(['report.draft-created']);
    await forward(draft);
    expect((await reportRow(draft.reportId)).state).toBe('FORWARDED');
  });
});

function preview(draft: { reportId: string }, actor: Actor = doctor.actor) {
  return previewReport(actor, draft.reportId, { timeZone: TIME_ZONE });
}

async function countObjects(): Promise<number> {
  let count = 0;
  for await (const { objects } of listObjects()) count += objects.length;
  return count;
}
