import { describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { readReport } from '@/registry/contract/read-report';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { openReportDocument } from '@/reports/content/open-report-document';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { behindProxy } from '../../../support/services/behind-proxy';
import { createDoctor, createPatient } from '../../../support/people/factories';
import {
  END_REASON,
  createApprovedReport,
  createFilledDraft,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import { contentHashOf, sendQueuedRetraction } from '../../../support/reports/retraction';
import { sealingPair } from '../../../support/reports/sealing-pair';

const chain = await behindProxy('CHAIN_RPC_URL');
const { doctor, patient, anchored } = await sealingPair();

describe('an anchored report', () => {
  it('is listed and read from the chain’s sealed metadata, nothing being staged', async () => {
    const reportId = await anchored();
    expect(await reportRow(reportId)).toMatchObject({ state: 'ANCHORED', staged: null });
    const report = await readDoctorReport(doctor.actor, reportId);
    expect(report).toMatchObject({
      anchoredOwner: 'Ayşe Yılmaz',
      patient: null,
      form: null,
      validity: { outcome: 'valid' },
    });
    const query = { state: null, patient: null, page: null };
    const { groups } = await listDoctorReports(doctor.actor, query);
    const line = groups[0]?.reports.find(({ id }) => id === reportId);
    expect(line?.anchoredName).toMatch(/blood pressure/i);
  });

  it('can still be read by both when the chain cannot be asked, with a notice', async () => {
    const reportId = await anchored();
    await chain.cut();
    try {
      const { validity } = await readDoctorReport(doctor.actor, reportId);
      expect(validity).toMatchObject({ outcome: 'not-asked' });
      for (const { actor } of [doctor, patient]) {
        expect((await openReportDocument(actor, reportId)).pdf.length).toBeGreaterThan(0);
      }
    } finally {
      await chain.mend();
    }
  });

  it('is not shown when its hash is not on the chain', async () => {
    const reportId = await createApprovedReport({ doctor, patient });
    await database().report.update({ where: { id: reportId }, data: { state: 'ANCHORED' } });
    await expect(openReportDocument(patient.actor, reportId)).rejects.toMatchObject({
      code: 'object-altered',
    });
  });
});

describe('retraction', () => {
  it('is asked for, sent by the issuer, and then confirmed', async () => {
    const reportId = await anchored();
    await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
    expect(await readDoctorReport(doctor.actor, reportId)).toMatchObject({
      state: 'ANCHORED',
      end: { state: 'RETRACTED' },
      mayRetract: false,
    });
    await sendQueuedRetraction(reportId);
    expect(await readDoctorReport(doctor.actor, reportId)).toMatchObject({
      state: 'RETRACTED',
      validity: { outcome: 'invalid', because: 'retracted', onChain: true },
      mayRetract: false,
    });
  });

  it('can name the report to read instead', async () => {
    const reportId = await anchored();
    const replacementId = await createForwardedReport({ doctor, patient });
    const { replacements } = await readDoctorReport(doctor.actor, reportId);
    expect(replacements.map(({ id }) => id)).toContain(replacementId);
    expect(replacements.map(({ id }) => id)).not.toContain(reportId);
    await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId });
    await sendQueuedRetraction(reportId);
    expect(await readDoctorReport(doctor.actor, reportId)).toMatchObject({
      state: 'SUPERSEDED',
      replacedBy: { id: replacementId },
    });
    const index = await database().chainReport.findUniqueOrThrow({
      where: { contentHash: await contentHashOf(reportId) },
    });
    expect(index.replacement).toEqual(await contentHashOf(replacementId));
  });

  it('is queued once, also when pressed twice at the same moment', async () => {
    const reportId = await anchored();
    const press = () =>
      requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
    const results = await Promise.allSettled([press(), press()]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const queued = await database().chainTransaction.count({
      where: { reportId, kind: 'RETRACT_REPORT' },
    });
    expect(queued).toBe(1);
  });

  it('takes no draft, no stranger’s report and not the report itself as replacement', async () => {
    const reportId = await anchored();
    const other = { doctor: await createDoctor(), patient: await createPatient() };
    const wrong = [
      reportId,
      (await createFilledDraft({ doctor, patient })).reportId,
      await createForwardedReport({ doctor, patient: other.patient }),
      await createForwardedReport({ doctor: other.doctor, patient }),
    ];
    for (const replacementId of wrong) {
      const request = requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId });
      await expect(request).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('is for the writer of an anchored report only', async () => {
    const reportId = await anchored();
    const input = { ...END_REASON, replacementId: null };
    for (const { actor } of [await createDoctor(), patient]) {
      await expect(requestRetraction(actor, reportId, input)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    const approved = await createApprovedReport({ doctor, patient });
    await expect(requestRetraction(doctor.actor, approved, input)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(withdrawReport(doctor.actor, reportId, END_REASON)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect((await readReport(await contentHashOf(reportId))).status).toBe('active');
  });
});
