import { Wallet } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckAccounts } from '@/registry/follower/recheck-accounts';
import { recheckReports } from '@/registry/follower/recheck-reports';
import { planIssuerStep } from '@/registry/issuers/issuer-step';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { createAdmin, type Person } from '../../../support/people/factories';
import {
  auditCount,
  confirm,
  indexOf,
  letReportsBeDue,
  makeFinal,
  missEvents,
  patientOnChain,
  queuedLinks,
  stateOf,
  transactionOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { chainAdmin, sendPlanned } from '../../../support/chain/recovery';
import { sendFrom, withdrawOnChain } from '../../../support/chain/test-chain';

let someone: PatientOnChain;
let patient: Person;
let wallet: Wallet;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient, wallet } = someone);
  await followChain(chainHandlers);
});

/** As the worker does, a while after the last time. */
async function recheck(): Promise<void> {
  await letReportsBeDue();
  await recheckReports(chainHandlers);
}
const staged = (reportId: string) => database().stagedReport.count({ where: { reportId } });

describe('what the follower missed', () => {
  it('is applied without a command: a report', async () => {
    const { request, reportId, transactionId } = await someone.prepare(['guest@example.org']);
    const sent = await sendFrom(wallet, request);
    await missEvents();
    await followChain(chainHandlers);
    expect(await stateOf(reportId)).toBe('ANCHORING');

    await recheck();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({
      status: 'CONFIRMED',
      transactionHash: sent.hash,
    });
    expect(await queuedLinks(reportId)).toBe(1);
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
    await recheck();
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
  });

  it('is applied also when the transaction was marked as failed meanwhile', async () => {
    const { request, reportId, transactionId, contentHash } = await someone.prepare();
    await sendFrom(wallet, request);
    await confirm();
    // What an earlier version left after `chain:reindex`.
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'FAILED', failure: 'report-already-added', transactionHash: null },
    });
    await database().report.update({
      where: { id: reportId },
      data: { state: 'APPROVED', anchoredAt: null },
    });
    await recheck();
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await indexOf({ contentHash })).toMatchObject({ status: 1 });
  });

  it('is applied: a list of viewers, and a withdrawal, which no page of ours began', async () => {
    const report = await someone.anchor(['one@example.org', 'two@example.org']);
    const { reportId } = report;
    const change = await preparePermissionChange(patient.actor, reportId, [
      { email: 'two@example.org', expiresAt: null },
    ]);
    await sendFrom(wallet, change.request);
    await missEvents();
    await recheck();
    const active = () => database().grant.count({ where: { reportId, state: 'ACTIVE' } });
    expect(await active()).toBe(1);
    expect(await transactionOf(change.transactionId)).toMatchObject({ status: 'CONFIRMED' });

    await withdrawOnChain(wallet, report.contentHash);
    await missEvents();
    await recheck();
    expect(await active()).toBe(0);
    expect(await indexOf(report)).toMatchObject({ status: 2, permissions: [] });
  });

  it('is applied at once when the contract refuses to add the report a second time', async () => {
    const { request, reportId, transactionId } = await someone.prepare();
    await sendFrom(wallet, request);
    await missEvents();
    // The hash was never reported, and the time to send it is over.
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { deadline: new Date(0), checkedAt: new Date() },
    });
    await settleTransactions(chainHandlers);
    while (!(await followChain(chainHandlers))) continue;
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('is applied by the command, whatever the database holds', async () => {
    const { request, reportId, transactionId } = await someone.prepare(['guest@example.org']);
    await sendFrom(wallet, request);
    await missEvents();
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { status: 'FAILED', failure: 'dropped', checkedAt: new Date() },
    });
    await database().report.update({ where: { id: reportId }, data: { state: 'APPROVED' } });
    await reindexChain(chainHandlers, () => undefined);
    expect(await stateOf(reportId)).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await queuedLinks(reportId)).toBe(1);
  });

  it('does not make a stranger’s report the patient’s', async () => {
    const { reportId, transactionId } = await someone.prepare();
    await missEvents();
    await recheck();
    expect(await stateOf(reportId)).toBe('ANCHORING');
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'PREPARED' });
  });
});

describe('what the follower missed about accounts', () => {
  it('is set right: the dismissal of an issuer', async () => {
    const admin = await createAdmin();
    const account = chainAdmin().address;
    const issuer = Wallet.createRandom().address;
    const step = (name: 'appoint' | 'dismiss') =>
      planIssuerStep(admin.actor, { step: name, issuer, account });
    await sendPlanned(chainAdmin(), step('appoint'));
    await confirm();
    expect(await recheckAccounts()).toBe(false);

    const { to, data } = step('dismiss').call;
    await (await chainAdmin().sendTransaction({ to, data })).wait();
    await missEvents();
    const holder = () =>
      database().chainRoleHolder.findFirstOrThrow({ where: { role: 'ISSUER', account: issuer } });
    expect((await holder()).revokedAt).toBeNull();
    expect(await recheckAccounts()).toBe(true);
    expect((await holder()).revokedAt).not.toBeNull();
    expect(await recheckAccounts()).toBe(false);
  });

  it('is corrected and e-mailed: that an issuer’s key was compromised', async () => {
    const admin = await createAdmin();
    const account = chainAdmin().address;
    const issuer = Wallet.createRandom().address;
    const appoint = planIssuerStep(admin.actor, { step: 'appoint', issuer, account });
    await sendPlanned(chainAdmin(), appoint);
    await confirm();
    const mark = planIssuerStep(admin.actor, { step: 'compromise', issuer, account, fromBlock: 1 });
    const { to, data } = mark.call;
    await (await chainAdmin().sendTransaction({ to, data })).wait();
    await missEvents();
    expect(await recheckAccounts()).toBe(true);
    expect(
      await database().chainRoleHolder.findFirst({ where: { role: 'ISSUER', account: issuer } }),
    ).toMatchObject({ compromisedFrom: 1n, revokedAt: expect.any(Date) as Date });
    const ofIssuer = { payload: { path: '$.issuer', equals: issuer } };
    const jobs = { kind: 'queue-compromise-mails', ...ofIssuer };
    expect(await database().outboxJob.count({ where: jobs })).toBe(1);
    expect(await recheckAccounts()).toBe(false);

    // A rebuilt index finds the same mark at another block: no patient is mailed again.
    await confirm();
    await database().chainRoleHolder.updateMany({
      where: { account: issuer },
      data: { compromisedFrom: null },
    });
    expect(await recheckAccounts()).toBe(true);
    expect(await database().outboxJob.count({ where: jobs })).toBe(1);
  });
});

describe('finality', () => {
  it('keeps what was staged until the finalized block has passed the report', async () => {
    const { reportId, contentHash } = await someone.anchor();
    await recheck();
    expect(await staged(reportId)).toBe(1);
    expect(await indexOf({ contentHash })).toMatchObject({ isFinal: false });

    await makeFinal();
    expect(await staged(reportId)).toBe(0);
    expect(await indexOf({ contentHash })).toMatchObject({ isFinal: true });
    const { finalBlock } = await database().chainCursor.findFirstOrThrow();
    expect(Number(finalBlock)).toBeGreaterThan(0);
    const kept = await database().chainCheckpoint.count({
      where: { number: { lte: finalBlock ?? 0n } },
    });
    expect(kept).toBe(1);
  });
});
