import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chainHandlers } from '@/worker/chain-handlers';
import { readSendingRule } from '@/forecast/waiting/read-sending-rule';
import { database } from '@/platform/database/database';
import { settleTransactions } from '@/registry/calls/settle-transactions';
import { runRelayer } from '@/registry/relayer/run-relayer';
import { validityOf } from '@/reports/retraction/validity-of';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { prepareWithdrawal } from '@/sharing/withdrawal/prepare-withdrawal';
import { quoteWithdrawal } from '@/sharing/withdrawal/quote-withdrawal';
import {
  auditCount,
  confirm,
  patientOnChain,
  reorganise,
  transactionOf,
  type PatientOnChain,
  type PreparedReport,
} from '../../../support/chain/patient-on-chain';
import { signConsent } from '../../../support/chain/sign-consent';
import { forkPoint, sendFrom, setBalance } from '../../../support/chain/test-chain';
import { createPatient } from '../../../support/people/factories';
import { giveFreshProof, letProofGrowOld } from '../../../support/people/proof';

const PLENTY = 10n ** 20n;
const GUEST = 'guest@clinic.example';

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
});
beforeEach(async () => {
  await giveFreshProof(someone.patient);
  await setBalance(someone.wallet.address, PLENTY);
});

const prepare = (reportId: string) => prepareWithdrawal(someone.patient.actor, reportId);
const run = () => runRelayer(chainHandlers, readSendingRule);

async function validity({ reportId, contentHash }: PreparedReport) {
  const { state } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
  return validityOf({ id: reportId, state, contentHash });
}

async function grantsOf(reportId: string): Promise<string[]> {
  const grants = await database().grant.findMany({ where: { reportId } });
  return grants.map(({ state }) => state);
}

describe('a patient’s withdrawal', () => {
  it('ends a sealed report and every permission', async () => {
    const report = await someone.anchor([GUEST]);
    const { clinic, gas } = await quoteWithdrawal(someone.patient.actor, report.reportId);
    expect(clinic?.hindrance).toBeNull();
    expect(gas).toBeGreaterThan(21_000);
    const { transactionId, request } = await prepare(report.reportId);
    expect(await validity(report)).toMatchObject({ outcome: 'valid' });

    await sendFrom(someone.wallet, request);
    await confirm();

    expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await validity(report)).toMatchObject({ outcome: 'invalid', because: 'withdrawn' });
    expect(await grantsOf(report.reportId)).toEqual(['REMOVED']);
    const { accountId } = someone.patient.actor;
    const told = { accountId, kind: 'withdrawal-sent' };
    expect(await database().notification.count({ where: told })).toBe(1);
    await expect(prepare(report.reportId)).rejects.toMatchObject({ code: 'report-invalid' });
  });

  it('is sent by the clinic when the patient has no ether', async () => {
    const report = await someone.anchor();
    await setBalance(someone.wallet.address, 0n);
    const prepared = await prepare(report.reportId);
    const signature = await signConsent(someone.wallet, prepared);
    await acceptConsent(someone.patient.actor, prepared.transactionId, signature);

    expect(await run()).toBe(1);
    await confirm();

    expect(await validity(report)).toMatchObject({ outcome: 'invalid', because: 'withdrawn' });
    expect(await auditCount(report.reportId, 'report.withdrawal-sent')).toBe(1);
  });

  it('names the list that its patient saw, when the clinic sends it', async () => {
    const report = await someone.anchor();
    const prepared = await prepare(report.reportId);
    const signature = await signConsent(someone.wallet, prepared, { expectedBlock: 1 });
    const call = acceptConsent(someone.patient.actor, prepared.transactionId, signature);
    await expect(call).rejects.toMatchObject({ code: 'wallet-signature-wrong' });
  });

  it('is confirmed again after a reorganisation', async () => {
    const report = await someone.anchor();
    const fork = await forkPoint();
    const { transactionId, request } = await prepare(report.reportId);
    await sendFrom(someone.wallet, request);
    await confirm();
    await reorganise(fork);
    expect(await validity(report)).toMatchObject({ outcome: 'valid' });
    expect((await transactionOf(transactionId)).status).not.toBe('CONFIRMED');

    await sendFrom(someone.wallet, request);
    await confirm();

    expect((await transactionOf(transactionId)).status).toBe('CONFIRMED');
    expect(await validity(report)).toMatchObject({ outcome: 'invalid' });
  });

  it('is for the patient alone, with a fresh proof, and for one change at a time', async () => {
    const { reportId } = await someone.anchor();
    for (const stranger of [await createPatient(), someone.doctor]) {
      const { actor } = stranger;
      await giveFreshProof(stranger);
      await expect(prepareWithdrawal(actor, reportId)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(quoteWithdrawal(actor, reportId)).rejects.toMatchObject({ code: 'not-found' });
    }
    const viewers = [{ email: GUEST, expiresAt: null }];
    const change = await preparePermissionChange(someone.patient.actor, reportId, viewers);
    await expect(prepare(reportId)).rejects.toMatchObject({ code: 'conflict' });
    await cancelTransaction(someone.patient.actor, change.transactionId);

    const { transactionId } = await prepare(reportId);
    await cancelTransaction(someone.patient.actor, transactionId);
    expect(await auditCount(reportId, 'report.withdrawal-cancelled')).toBe(1);
    await letProofGrowOld(someone.patient);
    await expect(prepare(reportId)).rejects.toMatchObject({ code: 'proof-needed' });
  });

  it('is refused before the report is sealed', async () => {
    const { reportId } = await someone.prepare();
    await expect(prepare(reportId)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('changes nothing when it was not sent in time', async () => {
    const report = await someone.anchor([GUEST]);
    const { transactionId } = await prepare(report.reportId);
    await database().chainTransaction.update({
      where: { id: transactionId },
      data: { deadline: new Date(0) },
    });
    await settleTransactions(chainHandlers);

    expect(await transactionOf(transactionId)).toMatchObject({ failure: 'deadline-passed' });
    expect(await validity(report)).toMatchObject({ outcome: 'valid' });
    expect(await grantsOf(report.reportId)).toEqual(['ACTIVE']);
  });
});
