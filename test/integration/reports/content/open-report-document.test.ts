import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { silenceOwnReads } from '@/accounts/profile/silence-own-reads';
import { database } from '@/platform/database/database';
import { showReport } from '@/reports/content/show-report';
import { openReportDocument } from '@/reports/content/open-report-document';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { getObject, putObject } from '@/vault/object-store';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { letProofGrowOld } from '../../../support/people/proof';
import {
  END_REASON,
  createFilledDraft,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import { t } from '../../../support/messages/english';

let doctor: Person;
let patient: Person;

beforeAll(async () => {
  doctor = await createDoctor();
  patient = await createPatient();
});

async function tracesOf(reportId: string): Promise<string[]> {
  const events = await database().auditEvent.findMany({
    where: { reportId, action: 'report.opened' },
    orderBy: { id: 'asc' },
  });
  return events.map(({ details, actorId }) => {
    const { what } = z.object({ what: z.string() }).parse(details);
    return [actorId === doctor.actor.accountId ? 'doctor' : 'patient', what].join(' ');
  });
}

describe('a patient who wished that their own ordinary reads are not logged', () => {
  it('leaves no trace of those alone, and traces again after', async () => {
    const own = await createPatient();
    const ordinary = await createForwardedReport({ doctor, patient: own });
    const restricted = await createForwardedReport({
      ...{ doctor, patient: own },
      form: { confidentiality: 'R' },
    });
    await silenceOwnReads(own.actor, { silent: true });
    for (const reportId of [ordinary, restricted]) {
      for (const { actor } of [own, doctor]) await openReportDocument(actor, reportId);
      await openReportDocument(own.actor, reportId, 'copy');
    }
    expect(await tracesOf(ordinary)).toEqual(['doctor document', 'patient copy']);
    expect(await tracesOf(restricted)).toEqual([
      'patient document',
      'doctor document',
      'patient copy',
    ]);
    await silenceOwnReads(own.actor, { silent: false });
    await openReportDocument(own.actor, ordinary);
    expect(await tracesOf(ordinary)).toHaveLength(3);
    const wishes = await database().auditEvent.findMany({
      where: { actorId: own.actor.accountId, action: { startsWith: 'account.own-reads' } },
    });
    expect(wishes.map(({ action }) => action).sort()).toEqual([
      'account.own-reads-logged',
      'account.own-reads-silenced',
    ]);
  });

  it('must be one, and prove it', async () => {
    const wish = { silent: true };
    await expect(silenceOwnReads(doctor.actor, wish)).rejects.toMatchObject({ code: 'forbidden' });
    const own = await createPatient();
    await letProofGrowOld(own);
    await expect(silenceOwnReads(own.actor, wish)).rejects.toMatchObject({ code: 'proof-needed' });
  });
});

describe('the content of a report on its page', () => {
  it('is for the two parties, from the PDF, and each reading is noted', async () => {
    const reportId = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
    for (const { actor } of [doctor, patient]) {
      expect(await showReport(actor, reportId)).toMatchObject({
        findings: {
          result: 'not-detected',
          resultWord: t('templates.covid19.result.not-detected'),
        },
        remarks: 'Isolate until the fever has gone.',
      });
    }
    const opened = await database().auditEvent.findMany({
      where: { reportId, action: 'report.opened' },
    });
    expect(opened.map(({ details }) => details)).toEqual([
      { what: 'summary' },
      { what: 'summary' },
    ]);
  });

  it('is refused to all others, and leaves no trace', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    for (const { actor } of [await createDoctor(), await createPatient(), await createAdmin()]) {
      await expect(showReport(actor, reportId)).rejects.toMatchObject({ code: 'not-found' });
    }
    const where = { reportId, action: 'report.opened' };
    expect(await database().auditEvent.count({ where })).toBe(0);
  });
});

describe('opening a report', () => {
  it('is for the two parties, and each opening is noted for the patient to see', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const { code } = await reportRow(reportId);
    const forDoctor = await openReportDocument(doctor.actor, reportId);
    const forPatient = await openReportDocument(patient.actor, reportId);
    expect(forPatient.pdf).toEqual(forDoctor.pdf);
    expect(forPatient.fileName).toBe(`MedAnchor-${code}.pdf`);
    const opened = await database().auditEvent.findMany({
      where: { reportId, action: 'report.opened' },
      orderBy: { id: 'asc' },
    });
    expect(opened).toMatchObject([
      { actorId: doctor.actor.accountId, subjectId: patient.actor.accountId },
      { actorId: patient.actor.accountId },
    ]);
  });

  it('finds nothing for all others', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const strangers = [
      await createDoctor(),
      await createPatient(),
      await createAdmin(),
      { ...doctor, actor: { ...doctor.actor, status: 'SUSPENDED' as const } },
    ];
    for (const { actor } of strangers) {
      await expect(openReportDocument(actor, reportId)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    const opened = { reportId, action: 'report.opened' };
    expect(await database().auditEvent.count({ where: opened })).toBe(0);
  });

  it('finds nothing of a draft, for its patient and its doctor', async () => {
    const { reportId } = await createFilledDraft({ doctor, patient });
    for (const { actor } of [doctor, patient]) {
      await expect(openReportDocument(actor, reportId)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('ends for the patient with the withdrawal: it may have met the wrong person', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    await withdrawReport(doctor.actor, reportId, END_REASON);
    await expect(openReportDocument(patient.actor, reportId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await openReportDocument(doctor.actor, reportId)).pdf.length).toBeGreaterThan(0);
  });

  it('shows nothing that was altered in the store', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const { objectAddress } = await reportRow(reportId);
    const sealed = objectAddress === null ? null : await getObject(objectAddress);
    if (objectAddress === null || sealed === null) throw new Error('The object is missing');
    const altered = Uint8Array.from(sealed, (byte, index) => (index === 40 ? byte ^ 1 : byte));
    await putObject(objectAddress, altered);
    await expect(openReportDocument(patient.actor, reportId)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });
});

describe('reading a report in the doctor’s portal', () => {
  it('finds nothing for another doctor and for a patient', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    for (const { actor } of [await createDoctor(), patient]) {
      await expect(readDoctorReport(actor, reportId)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(readDoctorReport(doctor.actor, 'nonsense')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('shows its history', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const { history } = await readDoctorReport(doctor.actor, reportId);
    expect(history.map(({ step }) => step)).toEqual(['draftCreated', 'forwarded']);
  });
});
