import { describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { recheckReports } from '@/registry/follower/recheck-reports';
import { readReport } from '@/registry/contract/read-report';
import { doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { readReportHistory } from '@/reports/lists/read-report-history';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { verifyDocument } from '@/reports/verify/verify-document';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { deliverMailsTo } from '../../../support/people/mail';
import {
  auditCount,
  confirm,
  patientOnChain,
  reorganise,
  stateOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { END_REASON, reportRow } from '../../../support/reports/report-factories';
import {
  changeViewers,
  guestEmail,
  linkTo,
  shareReport,
} from '../../../support/reports/shared-report';
import { forkPoint, sendFrom } from '../../../support/chain/test-chain';
import { settleAsDropped } from '../../../support/chain/settle-as-dropped';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

const viewer = (email: string) => ({ email, expiresAt: null });

/** The mails to a patient with this subject. */
async function newsOf({ patient }: Pick<PatientOnChain, 'patient'>, subject: RegExp) {
  const mails = await deliverMailsTo(patient.actor.email);
  return mails.filter((mail) => subject.test(mail.subject));
}

/** The state of a report's newest transaction of a kind. */
const newest = (reportId: string, kind: 'ADD_REPORT' | 'SET_PERMISSIONS' | 'RETRACT_REPORT') =>
  database().chainTransaction.findFirstOrThrow({
    where: { reportId, kind },
    orderBy: { createdAt: 'desc' },
  });

const hashOf = async (reportId: string) => {
  const { contentHash } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
  return contentHash ?? new Uint8Array();
};

describe('a reorganisation deeper than the confirmations', () => {
  it('takes an anchoring back, which the network may mine again', async () => {
    const someone = await patientOnChain();
    await confirm();
    const fork = await forkPoint();
    const { reportId, request } = await someone.anchor(['guest@example.org']);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    await reorganise(fork);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await newest(reportId, 'ADD_REPORT')).toMatchObject({ status: 'SENT' });
    expect(await database().stagedReport.count({ where: { reportId } })).toBe(1);
    expect(await database().grant.findFirst({ where: { reportId } })).toMatchObject({
      state: 'PROPOSED',
    });

    await sendFrom(someone.wallet, request);
    await confirm();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await database().grant.findFirst({ where: { reportId } })).toMatchObject({
      state: 'ACTIVE',
    });
    expect(await auditCount(reportId, 'report.anchoring-undone')).toBe(1);
    const steps = (await readReportHistory(reportId)).map(({ step }) => step);
    expect(steps.slice(-3)).toEqual(['sealed', 'sealUndone', 'sealed']);
    const log = await readAccessLog(someone.patient.actor, reportId, null);
    expect(log.entries.map(({ action }) => action)).toContain('report.anchoring-undone');
    // The patient reads nothing of what has mended itself before the mail went out.
    expect(
      await newsOf(
        someone,
        sentencePattern('reports.sealingNewsMail.undone.subject', { count: 1 }),
      ),
    ).toEqual([]);
  });

  it('takes an anchoring back, and gives the report back when it is not mined again', async () => {
    const someone = await patientOnChain();
    await confirm();
    const fork = await forkPoint();
    const { reportId, transactionId } = await someone.anchor();
    await reorganise(fork);
    await recheckReports(chainHandlers);
    const [mail, ...others] = await newsOf(
      someone,
      sentencePattern('reports.sealingNewsMail.undone.subject', { count: 1 }),
    );
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(t('reports.sealingNewsMail.undone.subject', { count: 1 }));
    expect(mail?.text).toContain((await reportRow(reportId)).code);
    expect(mail?.text).toContain(t('reports.sealingNewsMail.undone.waiting'));
    await settleAsDropped(transactionId);
    expect(await stateOf(reportId)).toBe('APPROVED');
    expect(await newsOf(someone, /was not sealed/)).toHaveLength(1);
  });

  it('does not bring a retracted report back to its guests, and retracts it again at once', async () => {
    const shared = await shareReport();
    const { reportId, token } = shared;
    await confirm();
    const fork = await forkPoint();
    await requestRetraction(shared.doctor.actor, reportId, { ...END_REASON, replacementId: null });
    // Not sent yet, and denied already.
    expect(await checkGuestLink(token)).toEqual({ outcome: 'report-invalid' });
    while ((await runDueJobs(jobHandlers)) > 0) continue;
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');

    await reorganise(fork);
    expect((await readReport(await hashOf(reportId))).status).toBe('active');
    expect(await checkGuestLink(token)).toEqual({ outcome: 'report-invalid' });
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await newest(reportId, 'RETRACT_REPORT')).toMatchObject({ status: 'SENT' });

    while ((await runDueJobs(jobHandlers)) > 0) continue;
    await confirm();
    expect(await stateOf(reportId)).toBe('RETRACTED');
    expect((await readReport(await hashOf(reportId))).status).toBe('retracted');
    expect(await auditCount(reportId, 'report.retraction-undone')).toBe(1);
    // The mails about the first retraction were skipped, because it was undone before they went out.
    expect(
      await newsOf(shared, sentencePattern('reports.endedMail.RETRACTED.subject')),
    ).toHaveLength(1);
    const guests = await deliverMailsTo(shared.email);
    expect(
      guests.filter(({ subject }) =>
        sentencePattern('sharing.guestReportEndedMail.subject').test(subject),
      ),
    ).toHaveLength(1);
    const doctors = await deliverMailsTo(shared.doctor.actor.email);
    expect(
      doctors.filter(({ subject }) =>
        sentencePattern('reports.retractionConfirmedMail.subjectRetracted').test(subject),
      ),
    ).toHaveLength(1);
  });

  it('keeps a report ended whose seal it takes back while a retraction is under way', async () => {
    const someone = await patientOnChain();
    const { doctor, patient } = someone;
    const other = await someone.prepare();
    await cancelTransaction(patient.actor, other.transactionId);
    await confirm();
    const fork = await forkPoint();
    const { reportId, contentHash, request } = await someone.anchor();
    await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
    await reorganise(fork);
    expect(await stateOf(reportId)).toBe('ANCHORING');
    const shown = async () => {
      const lists = await listPatientReports(patient.actor, { page: null }, t);
      const query = doctorReportsQuery.parse({ state: 'RETRACTED' });
      const { groups } = await listDoctorReports(doctor.actor, query);
      return {
        news: lists.news.map(({ id, state }) => ({ id, state })),
        approved: lists.approved.map(({ id }) => id),
        retracted: groups.flatMap(({ reports }) => reports.map(({ id }) => id)),
      };
    };
    const ended = {
      news: [{ id: reportId, state: 'RETRACTED' }],
      // The denial is not of other reports.
      approved: [other.reportId],
      retracted: [reportId],
    };
    expect(await shown()).toEqual(ended);

    await database().chainTransaction.updateMany({
      where: { reportId, kind: 'ADD_REPORT' },
      data: { status: 'FAILED' },
    });
    await database().report.update({ where: { id: reportId }, data: { state: 'APPROVED' } });
    expect(await shown()).toEqual(ended);
    await expect(prepareAnchoring(patient.actor, reportId, [])).rejects.toMatchObject({
      code: 'report-invalid',
    });
    const both = [reportId, other.reportId];
    await expect(prepareBatch(patient.actor, both, [])).rejects.toMatchObject({
      code: 'report-invalid',
      message: t('sharing.prepareBatch.reportMovedOn'),
    });
    expect(await stateOf(other.reportId)).toBe('APPROVED');
    await expect(prepareAnchoring(patient.actor, other.reportId, [])).resolves.toBeDefined();

    // The network mines the first transaction after all: the chain calls it active, and we do not.
    await (await sendFrom(someone.wallet, request)).wait();
    expect((await readReport(contentHash)).status).toBe('active');
    expect(await verifyDocument(contentHash, undefined)).toMatchObject({
      outcome: 'retracted',
      onChain: false,
    });
  });

  it('does not lose the link of a viewer whose list is mined a second time', async () => {
    const shared = await shareReport();
    const added = guestEmail();
    await confirm();
    const fork = await forkPoint();
    const { request } = await preparePermissionChange(shared.patient.actor, shared.reportId, [
      viewer(shared.email),
      viewer(added),
    ]);
    await sendFrom(shared.wallet, request);
    await confirm();
    await reorganise(fork);
    expect(await deliverMailsTo(added)).toEqual([]);
    await sendFrom(shared.wallet, request);
    await confirm();
    expect(await checkGuestLink(await linkTo(added))).toEqual({ outcome: 'ready' });
  });

  it('does not let a removed viewer in again', async () => {
    const shared = await shareReport();
    await confirm();
    const fork = await forkPoint();
    await changeViewers(shared, []);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
    await reorganise(fork);
    expect((await readReport(await hashOf(shared.reportId))).permissionsHash).not.toMatch(/^0x0+$/);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
    expect(await newest(shared.reportId, 'SET_PERMISSIONS')).toMatchObject({ status: 'SENT' });
  });

  it('takes a new viewer back until the list is mined again', async () => {
    const shared = await shareReport();
    const added = guestEmail();
    await confirm();
    const fork = await forkPoint();
    await changeViewers(shared, [viewer(shared.email), viewer(added)]);
    const token = await linkTo(added);
    expect(await checkGuestLink(token)).toEqual({ outcome: 'ready' });
    await reorganise(fork);
    expect(await checkGuestLink(token)).toEqual({ outcome: 'grant-removed' });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    const states = await database().grant.findMany({
      where: { reportId: shared.reportId },
      orderBy: { createdAt: 'asc' },
      select: { state: true },
    });
    expect(states).toEqual([{ state: 'ACTIVE' }, { state: 'PROPOSED' }]);
  });
});

describe('a removal that the wallet has sent', () => {
  it('denies the viewer before it is in a block', async () => {
    const shared = await shareReport();
    const { actor } = shared.patient;
    const change = await preparePermissionChange(actor, shared.reportId, []);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
    await recordTransactionSent(actor, change.transactionId, `0x${'ab'.repeat(32)}`);
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-removed' });
  });
});
