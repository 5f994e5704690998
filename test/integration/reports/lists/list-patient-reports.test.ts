import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { acknowledgeEnd } from '@/reports/review/acknowledge-end';
import { exportProof } from '@/reports/verify/export-proof';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { patientReportsQuery } from '@/reports/lists/patient-reports-query';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { findLastAttempts } from '@/sharing/anchoring/find-last-attempts';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { makeFinal } from '../../../support/chain/patient-on-chain';
import { anchorReport } from '../../../support/chain/anchor-report';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import {
  END_REASON,
  createApprovedReport,
  createFilledDraft,
  createForwardedReport,
  createRejectedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import { bindWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

let doctor: Person;
let patient: Person;

beforeEach(async () => {
  doctor = await createDoctor({ name: 'Dr. Selin Aksoy' });
  patient = await createPatient();
});

function list(who = patient) {
  return listPatientReports(who.actor, patientReportsQuery.parse({}), t);
}

async function anchored(): Promise<string> {
  const wallet = await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  await anchorReport(patient, wallet, reportId);
  await makeFinal();
  return reportId;
}

describe('a patient’s list', () => {
  it('sorts reports by what they ask for, and never shows a draft', async () => {
    await createFilledDraft({ doctor, patient });
    const waiting = await createForwardedReport({ doctor, patient });
    const approved = await createApprovedReport({ doctor, patient, template: 'COVID_19' });
    const rejected = await createRejectedReport({ doctor, patient });
    const withdrawn = await createForwardedReport({ doctor, patient });
    await withdrawReport(doctor.actor, withdrawn, END_REASON);
    const reports = await list();
    expect(reports.waiting).toMatchObject([
      { id: waiting, title: t('templates.bloodPressure.title'), doctorName: 'Dr. Selin Aksoy' },
    ]);
    expect(reports.approved).toMatchObject([{ id: approved, title: t('templates.covid19.title') }]);
    expect(reports.rejected.map(({ id }) => id)).toEqual([rejected]);
    expect(reports.past).toEqual([]);
    expect(reports.news).toMatchObject([{ id: withdrawn, doctorName: 'Dr. Selin Aksoy' }]);
    await acknowledgeEnd(patient.actor, withdrawn);
    const later = await list();
    expect(later.past).toMatchObject([{ id: withdrawn, state: 'WITHDRAWN' }]);
    expect(later.rejected.map(({ id }) => id)).toEqual([rejected]);
    expect(later.news).toEqual([]);
    expect(reports).toMatchObject({ anchored: [], anchoredCount: 0, older: null });
  });

  it('is empty for another patient', async () => {
    await createForwardedReport({ doctor, patient });
    const reports = await list(await createPatient());
    expect(reports).toMatchObject({ waiting: [], approved: [], past: [], anchored: [] });
  });

  it('is refused to a doctor', async () => {
    await expect(list(doctor)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows an anchored report from the chain, with nothing staged any more', async () => {
    const reportId = await anchored();
    expect((await reportRow(reportId)).staged).toBeNull();
    const reports = await list();
    expect(reports.anchored).toMatchObject([
      { id: reportId, title: t('templates.bloodPressure.title'), doctorName: 'Dr. Selin Aksoy' },
    ]);
    expect(reports.anchoredCount).toBe(1);
  });

  it('still lists an anchored report that the index does not hold', async () => {
    const reportId = await anchored();
    const { contentHash } = await reportRow(reportId);
    await database().chainReport.delete({
      where: { contentHash: contentHash ?? new Uint8Array() },
    });
    expect((await list()).anchored).toMatchObject([
      { id: reportId, title: null, doctorName: null },
    ]);
  });
});

describe('reading one report', () => {
  it('shows who wrote it and where it stands', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    expect(await readPatientReport(patient.actor, reportId, t)).toMatchObject({
      state: 'FORWARDED',
      doctor: { name: 'Dr. Selin Aksoy', clinic: 'Harbour Clinic' },
      validity: null,
      proof: null,
    });
  });

  it('shows the proof and the validity of an anchored one', async () => {
    const reportId = await anchored();
    const report = await readPatientReport(patient.actor, reportId, t);
    const { contentHash } = await reportRow(reportId);
    expect(report).toMatchObject({
      state: 'ANCHORED',
      title: t('templates.bloodPressure.title'),
      validity: { outcome: 'valid' },
      proof: { contentHash: `0x${Buffer.from(contentHash ?? []).toString('hex')}` },
    });
  });

  it('finds nothing for all others, nor a draft', async () => {
    const reportId = await createForwardedReport({ doctor, patient });
    const draft = await createFilledDraft({ doctor, patient });
    const other = await createPatient();
    for (const [who, id] of [
      [other, reportId],
      [doctor, reportId],
      [patient, draft.reportId],
    ] as const) {
      await expect(readPatientReport(who.actor, id, t)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });
});

describe('the proof to take away', () => {
  it('holds public facts only, and leaves a trace', async () => {
    const reportId = await anchored();
    const { fileName, proof } = await exportProof(patient.actor, reportId, DEFAULT_LOCALE);
    const { code } = await reportRow(reportId);
    expect(fileName).toBe(`MedAnchor-${code}-proof.json`);
    const text = JSON.stringify(proof);
    expect(text).toContain('getReport');
    expect(text).not.toContain(patient.actor.displayName);
    expect(text).not.toContain(patient.actor.email);
    expect(text).not.toContain('Aksoy');
    const trace = { reportId, action: 'report.own-copy-taken', actorId: patient.actor.accountId };
    expect(await database().auditEvent.count({ where: trace })).toBe(1);
  });

  it('is not there for others, nor before anchoring', async () => {
    const reportId = await anchored();
    const waiting = await createForwardedReport({ doctor, patient });
    const other = await createPatient();
    await expect(exportProof(other.actor, reportId, DEFAULT_LOCALE)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(exportProof(doctor.actor, reportId, DEFAULT_LOCALE)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(exportProof(patient.actor, waiting, DEFAULT_LOCALE)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the last attempt to seal a report', () => {
  const viewers = [
    { email: 'a.guest@clinic.example', expiresAt: '2040-01-01T00:00:00.000Z' },
    { email: 'b.guest@clinic.example', expiresAt: null },
  ];
  const attempts = (who: Person, reportId: string) => findLastAttempts(who.actor, [reportId]);

  it('is shown to the patient, with the chosen viewers, until something newer is begun', async () => {
    await bindWallet(patient);
    const reportId = await createApprovedReport({ doctor, patient });
    expect(await attempts(patient, reportId)).toEqual([]);
    const { transactionId } = await prepareAnchoring(patient.actor, reportId, viewers.toReversed());
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'FAILED', failure: 'out-of-gas' },
    });
    expect(await attempts(patient, reportId)).toEqual([
      { reportId, failure: 'out-of-gas', viewers },
    ]);
    expect(await attempts(await createPatient(), reportId)).toEqual([]);
    await database().report.update({ where: { id: reportId }, data: { state: 'APPROVED' } });
    await prepareAnchoring(patient.actor, reportId, []);
    expect(await attempts(patient, reportId)).toEqual([]);
  });
});
