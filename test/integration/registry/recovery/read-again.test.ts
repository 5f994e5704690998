import { beforeEach, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { rewindCursor } from '@/registry/chain/chain-cursor';
import { followChain } from '@/registry/follower/follow-chain';
import { planPatientStep } from '@/registry/recovery/recovery-step';
import {
  askForRecovery,
  letCodePausePass,
  letDaysPass,
  lostWallet,
  propose,
  proposedRecovery,
  recoveryRow,
  sendPlanned,
  type LostWallet,
} from '../../../support/chain/recovery';
import { chain } from '../../../support/chain/test-chain';

let lost: LostWallet;
let start: number;

beforeEach(async () => {
  lost = await lostWallet();
  start = await chain().getBlockNumber();
});

async function readAgain(): Promise<void> {
  await rewindCursor(start);
  while (!(await followChain(chainHandlers)));
}

async function veto(recoveryId: string): Promise<void> {
  const planned = await planPatientStep(lost.patient.actor, recoveryId, { step: 'veto' });
  await sendPlanned(lost.wallet, planned);
}

async function askAgain(): Promise<string> {
  await letCodePausePass();
  return askForRecovery(lost);
}

it('a veto that is read again does not stop what was proposed after it', async () => {
  const stopped = await proposedRecovery(lost);
  await veto(stopped);
  const again = await askAgain();
  await propose(lost, again);
  const before = await Promise.all([recoveryRow(stopped), recoveryRow(again)]);
  await readAgain();
  expect(await Promise.all([recoveryRow(stopped), recoveryRow(again)])).toEqual(before);
});

it('a proposal that is read again neither undoes a later one nor fits a later request', async () => {
  const recoveryId = await proposedRecovery(lost);
  await letDaysPass(37);
  await propose(lost, recoveryId);
  const before = await recoveryRow(recoveryId);
  await readAgain();
  expect(await recoveryRow(recoveryId)).toEqual(before);
  await veto(recoveryId);
  const again = await askAgain();
  await readAgain();
  expect((await recoveryRow(recoveryId)).state).toBe('VETOED');
  expect((await recoveryRow(again)).state).toBe('REQUESTED');
});
