import { Wallet } from 'ethers';
import { beforeEach, expect, it } from 'vitest';
import { prepareCall } from '@/registry/calls/chain-call';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { cancelRecovery } from '@/registry/recovery/cancel-recovery';
import { declineRecovery } from '@/registry/recovery/decline-recovery';
import { planAdminStep, planPatientStep } from '@/registry/recovery/recovery-step';
import { confirm } from '../../../support/chain/patient-on-chain';
import {
  askForRecovery,
  chainAdmin,
  letCodePausePass,
  letDaysPass,
  lostWallet,
  proposedRecovery,
  recoveryRow,
  type LostWallet,
} from '../../../support/chain/recovery';
import { t } from '../../../support/messages/english';

const REASON = { reason: 'Please come by with your passport first.' };

let lost: LostWallet;

beforeEach(async () => {
  lost = await lostWallet();
});

/** Proposed in a block that the follower has not applied. */
async function proposeUnconfirmed(recoveryId: string): Promise<void> {
  const signer = chainAdmin();
  const step = { step: 'propose', account: signer.address } as const;
  const planned = await planAdminStep(lost.admin.actor, recoveryId, step);
  const { to, data } = (await prepareCall(planned)).request;
  await (await signer.sendTransaction({ to, data })).wait();
}

it('a request whose proposal is not confirmed yet is neither taken back nor declined', async () => {
  const recoveryId = await askForRecovery(lost);
  await proposeUnconfirmed(recoveryId);
  const refusal = {
    code: 'conflict',
    message: t('registry.requireNotOnChain.justProposed'),
  };
  await expect(cancelRecovery(lost.patient.actor, recoveryId)).rejects.toMatchObject(refusal);
  await expect(declineRecovery(lost.admin.actor, recoveryId, REASON)).rejects.toMatchObject(
    refusal,
  );
  expect((await recoveryRow(recoveryId)).state).toBe('REQUESTED');
  await confirm();
  expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
});

it('a new request is taken back or declined although the lapsed proposal is still on the chain', async () => {
  await proposedRecovery(lost);
  await letDaysPass(37);
  await letCodePausePass();
  const again = await askForRecovery(lost);
  await cancelRecovery(lost.patient.actor, again);
  expect((await recoveryRow(again)).state).toBe('CANCELLED');
  await letCodePausePass();
  const third = await askForRecovery(lost);
  await declineRecovery(lost.admin.actor, third, REASON);
  expect((await recoveryRow(third)).state).toBe('DECLINED');
});

it('what another proposal has replaced a moment ago is not stopped in its place', async () => {
  const recoveryId = await proposedRecovery(lost);
  const { oldAddress } = await recoveryRow(recoveryId);
  const signer = chainAdmin();
  const { to, data } = encodeProposeRecovery(oldAddress, Wallet.createRandom().address);
  await (await signer.sendTransaction({ to, data })).wait();
  const refusal = { code: 'wrong-state' };
  const { patient, admin } = lost;
  const byAdmin = { step: 'veto', account: signer.address } as const;
  await expect(planAdminStep(admin.actor, recoveryId, byAdmin)).rejects.toMatchObject(refusal);
  await expect(planPatientStep(patient.actor, recoveryId, { step: 'veto' })).rejects.toMatchObject(
    refusal,
  );
});
