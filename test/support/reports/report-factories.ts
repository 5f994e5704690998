import type { ReportTemplate } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { approveReport } from '@/reports/review/approve-report';
import { createDraft } from '@/reports/drafts/create-draft';
import { forwardReport } from '@/reports/drafts/forward-report';
import { rejectReport } from '@/reports/review/reject-report';
import { saveDraft } from '@/reports/drafts/save-draft';
import type { BloodPressureDraft } from '@/reports/templates/blood-pressure/schema';
import type { Hba1cDraft } from '@/reports/templates/hba1c/schema';
import type { Drafts } from '@/reports/templates/templates';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { stagedOf } from '@/reports/sealed/staged-content';
import type { Covid19Draft } from '@/reports/templates/covid-19/schema';
import type { Person } from '../people/factories';

/** Where every made doctor sits. */
export const TIME_ZONE = 'Asia/Nicosia';

/** What a doctor gives as the reason for taking a report back or declaring it wrong. */
export const END_REASON = { reason: 'The readings belong to another patient.' };

interface GivenReport {
  doctor: Person;
  patient: Person;
  template?: ReportTemplate;
  form?: Partial<Drafts[ReportTemplate]>;
}

/** A complete blood-pressure form of yesterday with nothing unusual in it. */
export function bloodPressureForm(): BloodPressureDraft {
  return {
    date: yesterday().slice(0, 10),
    measurements: {
      a: { systolic: 148, diastolic: 94, pulse: 76 },
      b: { systolic: 144, diastolic: 92, pulse: 74 },
      c: { systolic: 142, diastolic: 90, pulse: '' },
    },
    medication: 'Amlodipine 5 mg once a day',
    remarks: 'Rested for five minutes before the first measurement.',
    confidentiality: 'N',
    confirmedUnusual: false,
  };
}

/** A complete COVID-19 form of yesterday with nothing unusual in it. */
export function covid19Form(): Covid19Draft {
  return {
    date: yesterday().slice(0, 10),
    collectedAt: yesterday().replace(/\.\d+Z$/, '+00:00'),
    testType: 'pcr',
    specimen: 'nasopharyngeal-swab',
    collection: 'supervised',
    result: 'not-detected',
    reason: 'contact',
    otherReason: '',
    symptoms: ['fever', 'cough'],
    otherSymptoms: '',
    identityType: '',
    identityNumber: '',
    remarks: 'Isolate until the fever has gone.',
    confidentiality: 'R',
    confirmedUnusual: false,
  };
}

/** A complete HbA1c form of yesterday with nothing unusual in it. */
export function hba1cForm(): Hba1cDraft {
  return {
    date: yesterday().slice(0, 10),
    collectedAt: yesterday().replace(/\.\d+Z$/, '+00:00'),
    specimen: 'venous-blood',
    values: { unit: '%', result: '7.5', target: '7' },
    treatment: 'Metformin 850 mg twice a day',
    remarks: 'Control in three months.',
    confidentiality: 'N',
    confirmedUnusual: false,
  };
}

const COMPLETE_FORMS: { readonly [K in ReportTemplate]: () => Drafts[K] } = {
  BLOOD_PRESSURE: bloodPressureForm,
  COVID_19: covid19Form,
  HBA1C: hba1cForm,
};

/** A draft with a picked patient and a complete form; `updatedAt` as its page would have it. */
export async function createFilledDraft(given: GivenReport) {
  const { doctor, patient, template = 'BLOOD_PRESSURE' } = given;
  const today = new Date().toISOString().slice(0, 10);
  const { reportId } = await createDraft(doctor.actor, { template, today });
  const complete = COMPLETE_FORMS[template]();
  const { updatedAt } = await saveDraft(doctor.actor, reportId, {
    patientId: patient.actor.accountId,
    form: { ...complete, ...given.form },
    updatedAt: null,
  });
  return { reportId, updatedAt };
}

/** A report that waits for its patient: a real PDF, sealed in the object store. */
export async function createForwardedReport(given: GivenReport): Promise<string> {
  const { reportId, updatedAt } = await createFilledDraft(given);
  await forwardReport(given.doctor.actor, reportId, { updatedAt, timeZone: TIME_ZONE });
  return reportId;
}

/** A report that its patient has approved. */
export async function createApprovedReport(given: GivenReport): Promise<string> {
  const reportId = await createForwardedReport(given);
  await approveReport(given.patient.actor, reportId);
  return reportId;
}

/** A report that its patient has rejected. */
export async function createRejectedReport(given: GivenReport): Promise<string> {
  const reportId = await createForwardedReport(given);
  await rejectReport(given.patient.actor, reportId, { reason: 'The medication is not mine.' });
  return reportId;
}

/** The report's row with what is staged of it, opened. */
export async function reportRow(reportId: string) {
  const row = await database().report.findUniqueOrThrow({
    where: { id: reportId },
    include: { staged: true, ...WITH_KEYS },
  });
  return { ...row, staged: stagedOf(row) };
}

function yesterday(): string {
  return new Date(Date.now() - DAY_MS).toISOString();
}
