import { Wallet } from 'ethers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { cancelTransaction } from '@/sharing/anchoring/cancel-transaction';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { quoteBatch } from '@/sharing/anchoring/quote-batch';
import { readRelay } from '@/sharing/anchoring/read-relay';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { resumeTransaction } from '@/sharing/anchoring/resume-transaction';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { patientOnChain, type PatientOnChain } from '../../../support/chain/patient-on-chain';
import { signConsent } from '../../../support/chain/sign-consent';
import { chain, mine, setBalance } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import { createPatient } from '../../../support/people/factories';
import { giveFreshProof, letProofGrowOld } from '../../../support/people/proof';
import { createApprovedRow } from '../../../support/reports/approved-report';
import { createApprovedRows } from '../../../support/reports/report-batch';
import { END_REASON } from '../../../support/reports/report-factories';

const PLENTY = 10n ** 20n;

let someone: PatientOnChain;
let relayer: string;

beforeAll(async () => {
  someone = await patientOnChain();
  await setBalance(someone.wallet.address, 0n);
  relayer = relayerWallet()?.address ?? '';
});
beforeEach(async () => {
  await giveFreshProof(someone.patient);
  await setBalance(relayer, PLENTY);
  await database().relayedCall.updateMany({ data: { state: 'DONE', signedAt: new Date(0) } });
});

const accept = (transactionId: string, signature: string) =>
  acceptConsent(someone.patient.actor, transactionId, signature);

async function prepareAndSign(change: Record<string, unknown> = {}) {
  const prepared = await someone.prepare();
  const signature = await signConsent(someone.wallet, prepared, change);
  return { ...prepared, signature };
}

async function isQueued(transactionId: string): Promise<boolean> {
  return (await readRelay(someone.patient.actor, transactionId)) !== null;
}

async function setBaseFee(gwei: number): Promise<void> {
  await chain().send('anvil_setNextBlockBaseFeePerGas', [`0x${(gwei * 1e9).toString(16)}`]);
  await mine();
}

describe('a patient’s consent', () => {
  it('is queued once, and then not the wallet’s to send', async () => {
    const { transactionId, signature, deadline } = await prepareAndSign();
    await accept(transactionId, signature);
    await accept(transactionId, signature);

    const { actor } = someone.patient;
    expect(await readRelay(actor, transactionId)).toEqual({
      waitsFor: null,
      whenCheap: false,
      plan: null,
      deadline,
    });
    expect(await resumeTransaction(actor, transactionId)).toBeNull();
    const calls = await database().relayedCall.count({
      where: { transactions: { some: { id: transactionId } } },
    });
    expect(calls).toBe(1);
  });

  it('must be signed by the wallet that the report is sealed for', async () => {
    const prepared = await someone.prepare();
    const signature = await signConsent(new Wallet(Wallet.createRandom().privateKey), prepared);

    await expect(accept(prepared.transactionId, signature)).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
    expect(await isQueued(prepared.transactionId)).toBe(false);
  });

  it.each([
    ['other viewers', { permissionsHash: `0x${'11'.repeat(32)}` }],
    ['another report', { contentHash: `0x${'22'.repeat(32)}` }],
    ['a later deadline', { deadline: 4_102_444_800 }],
  ])('is refused when it names %s', async (_, change) => {
    const { transactionId, signature } = await prepareAndSign(change);

    await expect(accept(transactionId, signature)).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
    expect(await isQueued(transactionId)).toBe(false);
  });

  it('is refused when it was made for another report', async () => {
    const first = await prepareAndSign();
    const second = await prepareAndSign();

    await expect(accept(second.transactionId, first.signature)).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
  });

  it('is refused with a sentence of its own when a contract wallet made it', async () => {
    const { transactionId, signature } = await prepareAndSign();

    const call = accept(transactionId, signature + 'ab'.repeat(135));
    await expect(call).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
      message: t('sharing.acceptConsent.contractWallet'),
    });
    expect(await isQueued(transactionId)).toBe(false);
  });

  it('is refused when its bytes are no signature', async () => {
    const { transactionId } = await prepareAndSign();

    await expect(accept(transactionId, `0x${'ff'.repeat(65)}`)).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
  });

  it('is not found for another patient, nor for the doctor', async () => {
    const { transactionId, signature } = await prepareAndSign();
    const stranger = await createPatient();

    for (const { actor } of [stranger, someone.doctor]) {
      const call = acceptConsent(actor, transactionId, signature);
      await expect(call).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await isQueued(transactionId)).toBe(false);
  });

  it('needs a fresh proof', async () => {
    const { transactionId, signature } = await prepareAndSign();
    await letProofGrowOld(someone.patient);

    await expect(accept(transactionId, signature)).rejects.toMatchObject({ code: 'proof-needed' });
    expect(await isQueued(transactionId)).toBe(false);
  });

  it('comes too late once it is cancelled, sent or expired', async () => {
    const cancelled = await prepareAndSign();
    await cancelTransaction(someone.patient.actor, cancelled.transactionId);
    const sent = await prepareAndSign();
    const hash = `0x${'ab'.repeat(32)}`;
    await recordTransactionSent(someone.patient.actor, sent.transactionId, hash);
    const expired = await prepareAndSign();
    await database().chainTransaction.update({
      where: { id: expired.transactionId },
      data: { deadline: new Date(Date.now() - MINUTE_MS) },
    });

    for (const { transactionId, signature } of [cancelled, sent, expired]) {
      const call = accept(transactionId, signature);
      await expect(call).rejects.toMatchObject({ code: 'wrong-state' });
    }
  });

  it('is refused when the doctor has retracted the report meanwhile', async () => {
    await setBalance(someone.wallet.address, PLENTY);
    const { reportId } = await someone.anchor();
    const viewers = [{ email: 'new@clinic.example', expiresAt: null }];
    const change = await preparePermissionChange(someone.patient.actor, reportId, viewers);
    await requestRetraction(someone.doctor.actor, reportId, { ...END_REASON, replacementId: null });

    const signature = await signConsent(someone.wallet, change);
    await expect(accept(change.transactionId, signature)).rejects.toMatchObject({
      code: 'report-invalid',
    });
  });

  it('is refused politely when the purse is empty, the network dear or the budget used up', async () => {
    const { transactionId, signature } = await prepareAndSign();
    const cannotPay = { code: 'clinic-cannot-pay' };

    await setBalance(relayer, 1_000n);
    await expect(accept(transactionId, signature)).rejects.toMatchObject(cannotPay);
    await setBalance(relayer, PLENTY);
    await setBaseFee(5_000);
    await expect(accept(transactionId, signature)).rejects.toMatchObject(cannotPay);
    await setBaseFee(1);
    const { id } = await database().relayedCall.create({
      data: {
        patientId: someone.patient.actor.accountId,
        deadline: new Date(),
        reservedWei: 10n ** 18n,
      },
    });
    await expect(accept(transactionId, signature)).rejects.toMatchObject(cannotPay);

    await database().relayedCall.delete({ where: { id } });
    await accept(transactionId, signature);
    expect(await isQueued(transactionId)).toBe(true);
  });

  it('may cost more when it is for several reports', async () => {
    const reports = await createApprovedRows(someone, 3);
    // One report may cost as much as this price makes it; three in one transaction cost less than three times that.
    await setBaseFee(25);
    const { clinic } = await quoteBatch(someone.patient.actor, reports, 2);
    expect(clinic?.hindrance).toBeNull();
    await setBaseFee(60);
    const dear = await quoteBatch(someone.patient.actor, reports, 2);
    expect(dear.clinic?.hindrance).toBe('price');
    await setBaseFee(1);
  });

  it('is offered beside the price, with the reason when the clinic cannot pay now', async () => {
    const { id } = await createApprovedRow(someone.doctor, someone.patient);
    const quote = () => quoteAnchoring(someone.patient.actor, id, 2);

    const { clinic, costEth } = await quote();
    expect(clinic?.hindrance).toBeNull();
    expect(Number(clinic?.costEth)).toBeGreaterThan(Number(costEth));
    expect(Number(clinic?.costEth)).toBeLessThan(1.15 * Number(costEth));
    await setBalance(relayer, 0n);
    expect((await quote()).clinic?.hindrance).toBe('purse');
  });
});
