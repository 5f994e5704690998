import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { readReport } from '@/registry/contract/read-report';
import { acknowledgeEnd } from '@/reports/review/acknowledge-end';
import { doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { readPatientReport } from '@/reports/lists/read-patient-report';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { verifyDocument } from '@/reports/verify/verify-document';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { anchorReport } from '../../../support/chain/anchor-report';
import { behindProxy } from '../../../support/services/behind-proxy';
import { createPatient } from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import {
  END_REASON,
  createApprovedReport,
  createForwardedReport,
  reportRow,
} from '../../../support/reports/report-factories';
import { sentencePattern } from '../../../support/messages/sentence-pattern';
import { t } from '../../../support/messages/english';
import { contentHashOf, sendQueuedRetraction } from '../../../support/reports/retraction';
import { sealingPair } from '../../../support/reports/sealing-pair';

const chain = await behindProxy('CHAIN_RPC_URL');
const { doctor, patient, wallet, anchored } = await sealingPair();

describe('the e-mails when a sealed report is declared wrong', () => {
  const email = `viewer-${process.pid}@clinic.example`;
  let reportId: string;

  beforeAll(async () => {
    reportId = await createApprovedReport({ doctor, patient });
    await anchorReport(patient, wallet, reportId, [{ email, expiresAt: null }]);
    await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
  });

  it('stands on the pages at once, and in mails only when the chain has confirmed it', async () => {
    const { end } = await readPatientReport(patient.actor, reportId, t);
    expect(end).toMatchObject({ state: 'RETRACTED', reason: END_REASON.reason, seen: false });
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.filter(({ subject }) => subject.includes('declared'))).toEqual([]);
  });

  it('reaches the patient, who reads the reason, and every viewer, once', async () => {
    await sendQueuedRetraction(reportId);
    const { end } = await readPatientReport(patient.actor, reportId, t);
    expect(end).toMatchObject({ reason: END_REASON.reason, seen: false });
    const mails = await deliverMailsTo(patient.actor.email);
    const received = mails.filter(({ subject }) =>
      sentencePattern('reports.endedMail.RETRACTED.subject').test(subject),
    );
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toContain(`${doctor.actor.displayName}, Harbour Clinic`);
    expect(received[0]?.text).toContain(`/patient/reports/${reportId}`);
    const guests = await deliverMailsTo(email);
    const [guest, ...more] = guests.filter(({ subject }) =>
      sentencePattern('sharing.guestReportEndedMail.subject').test(subject),
    );
    expect(more).toEqual([]);
    expect(guest?.subject).toContain('Ayşe Yılmaz');
    expect(guest?.text).toContain(`${doctor.actor.displayName}, Harbour Clinic`);
    for (const mail of [received[0], guest]) {
      expect(JSON.stringify(mail)).not.toMatch(/another patient|blood|pressure|mmhg/i);
    }
  });

  it('is unreadable in the database, and shown to the doctor in their own words', async () => {
    const row = await reportRow(reportId);
    expect(Buffer.from(row.sealedEndReason ?? []).toString('latin1')).not.toContain('readings');
    const { end } = await readDoctorReport(doctor.actor, reportId);
    expect(end?.reason).toBe(END_REASON.reason);
  });

  it('is news on the first page until the patient has noted it, and no one else can note it', async () => {
    const query = { page: null };
    const news = async () => (await listPatientReports(patient.actor, query, t)).news;
    expect(await news()).toMatchObject([{ id: reportId, state: 'RETRACTED' }]);
    for (const { actor } of [doctor, await createPatient()]) {
      await expect(acknowledgeEnd(actor, reportId)).rejects.toMatchObject({ code: 'not-found' });
    }
    await acknowledgeEnd(patient.actor, reportId);
    await acknowledgeEnd(patient.actor, reportId);
    expect(await news()).toEqual([]);
  });

  it('cannot be noted for a report that stands', async () => {
    const standing = await createApprovedReport({ doctor, patient });
    await expect(acknowledgeEnd(patient.actor, standing)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('a report whose retraction was asked for', () => {
  let older: string;
  let newer: string;

  beforeAll(async () => {
    [older, newer] = [await anchored(), await anchored()];
    await requestRetraction(doctor.actor, older, { ...END_REASON, replacementId: newer });
  });

  it('is valid on no page from that moment on', async () => {
    for (const report of [
      await readPatientReport(patient.actor, older, t),
      await readDoctorReport(doctor.actor, older),
    ]) {
      expect(report.validity).toEqual({
        outcome: 'invalid',
        because: 'superseded',
        onChain: false,
      });
      expect(report.end).toMatchObject({ state: 'SUPERSEDED', reason: END_REASON.reason });
    }
    expect((await readReport(await contentHashOf(older))).status).toBe('active');
    expect(await verifyDocument(await contentHashOf(older), undefined)).toMatchObject({
      outcome: 'superseded',
      onChain: false,
    });
    for (const one of [
      readPatientReport(patient.actor, newer, t),
      readDoctorReport(doctor.actor, newer),
    ])
      expect(await one).toMatchObject({ validity: { outcome: 'valid' }, end: null });
  });

  it('is known to be over, and why, also when the chain cannot be asked', async () => {
    await chain.cut();
    try {
      for (const report of [
        await readPatientReport(patient.actor, older, t),
        await readDoctorReport(doctor.actor, older),
      ]) {
        expect(report.validity).toEqual({
          outcome: 'invalid',
          because: 'superseded',
          onChain: null,
        });
        expect(report.end?.reason).toBe(END_REASON.reason);
      }
      const { validity } = await readPatientReport(patient.actor, newer, t);
      expect(validity).toMatchObject({ outcome: 'not-asked' });
    } finally {
      await chain.mend();
    }
  });

  it('leads its patient and its doctor to the one that replaces it, and back', async () => {
    for (const read of [
      (id: string) => readPatientReport(patient.actor, id, t),
      (id: string) => readDoctorReport(doctor.actor, id),
    ]) {
      expect(await read(older)).toMatchObject({ replacedBy: { id: newer }, replaces: [] });
      expect(await read(newer)).toMatchObject({ replacedBy: null, replaces: [{ id: older }] });
    }
  });

  it('leads the patient to no report of another patient', async () => {
    const stranger = await createPatient();
    await database().report.update({
      where: { id: newer },
      data: { patientId: stranger.actor.accountId },
    });
    try {
      expect((await readPatientReport(patient.actor, older, t)).replacedBy).toBeNull();
      // Under the stranger's key a row that was moved opens nothing.
      await expect(readPatientReport(stranger.actor, newer, t)).rejects.toMatchObject({
        code: 'object-altered',
      });
    } finally {
      await database().report.update({
        where: { id: newer },
        data: { patientId: patient.actor.accountId },
      });
    }
  });

  it('stands below those that are valid, in both lists', async () => {
    const {
      anchored: valid,
      news,
      past,
    } = await listPatientReports(patient.actor, { page: null }, t);
    const ids = (lines: { id: string }[]) => lines.map(({ id }) => id);
    expect(ids(valid)).toContain(newer);
    expect(ids([...valid, ...past])).not.toContain(older);
    expect(news.find(({ id }) => id === older)).toMatchObject({ state: 'SUPERSEDED' });
    await acknowledgeEnd(patient.actor, older);
    const later = await listPatientReports(patient.actor, { page: null }, t);
    expect(later.past.find(({ id }) => id === older)).toMatchObject({ state: 'SUPERSEDED' });
    expect(ids(later.news)).not.toContain(older);

    const list = async (query: object) => {
      const { groups } = await listDoctorReports(doctor.actor, doctorReportsQuery.parse(query));
      return groups.flatMap(({ reports }) => reports);
    };
    const all = await list({ patient: patient.actor.accountId });
    const isEnded = all.map((line) => line.isEnded);
    expect(isEnded).toEqual(isEnded.toSorted());
    expect(all.find(({ id }) => id === older)).toMatchObject({
      state: 'SUPERSEDED',
      isEnded: true,
    });
    expect(ids(await list({ state: 'ANCHORED' }))).not.toContain(older);
    expect(ids(await list({ state: 'SUPERSEDED' }))).toContain(older);
  });

  it('is no news again when the chain confirms what its patient has read', async () => {
    await sendQueuedRetraction(older);
    const { end } = await readPatientReport(patient.actor, older, t);
    expect(end).toMatchObject({ state: 'SUPERSEDED', seen: true });
  });

  it('shows the doctor their own steps in the history', async () => {
    const { history } = await readDoctorReport(doctor.actor, older);
    const steps = history.map(({ step }) => step);
    expect(steps).toContain('retractionRequested');
    const withdrawn = await createForwardedReport({ doctor, patient });
    await withdrawReport(doctor.actor, withdrawn, END_REASON);
    expect((await readDoctorReport(doctor.actor, withdrawn)).history.at(-1)?.step).toBe(
      'withdrawn',
    );
  });

  it('replaces no other report', async () => {
    const { replacements } = await readDoctorReport(doctor.actor, newer);
    expect(replacements.map(({ id }) => id)).not.toContain(older);
    const waiting = await anchored();
    await requestRetraction(doctor.actor, waiting, { ...END_REASON, replacementId: null });
    const request = requestRetraction(doctor.actor, newer, {
      ...END_REASON,
      replacementId: waiting,
    });
    await expect(request).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
