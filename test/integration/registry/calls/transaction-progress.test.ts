import { beforeAll, describe, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { followChain } from '@/registry/follower/follow-chain';
import { readTransactionProgress } from '@/registry/calls/transaction-progress';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { createPatient, type Person } from '../../../support/people/factories';
import { patientOnChain, type PatientOnChain } from '../../../support/chain/patient-on-chain';
import { mine, sendFrom, withoutAutomine } from '../../../support/chain/test-chain';

let someone: PatientOnChain;
let patient: Person;

beforeAll(async () => {
  someone = await patientOnChain();
  ({ patient } = someone);
});

const tell = (transactionId: string, hash: string) =>
  recordTransactionSent(patient.actor, transactionId, hash);

describe('the progress of a transaction', () => {
  it('counts the confirmations of the chain and ends with the database’s word', async () => {
    const { transactionId, request } = await someone.prepare();
    const look = () => readTransactionProgress(patient.actor, transactionId);
    expect(await look()).toMatchObject({ status: 'prepared', confirmations: 0, failure: null });
    await withoutAutomine(async () => {
      const sent = await sendFrom(someone.wallet, request);
      await tell(transactionId, sent.hash);
      expect(await look()).toMatchObject({
        status: 'sent',
        knownToNetwork: true,
        transactionHash: sent.hash,
      });
      await mine();
    });
    expect(await look()).toMatchObject({ status: 'in-block', confirmations: 1, required: 2 });
    await mine(5);
    expect(await look()).toMatchObject({ status: 'in-block', confirmations: 2 });
    await followChain(chainHandlers);
    expect(await look()).toMatchObject({ status: 'confirmed', confirmations: 2 });
  });

  it('is visible to the report’s two parties only', async () => {
    const { transactionId } = await someone.prepare();
    const stranger = await createPatient();
    await expect(readTransactionProgress(stranger.actor, transactionId)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await readTransactionProgress(someone.doctor.actor, transactionId)).toMatchObject({
      status: 'prepared',
    });
  });
});
