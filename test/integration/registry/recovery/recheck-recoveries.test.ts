import { beforeEach, expect, it } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { followChain } from '@/registry/follower/follow-chain';
import { readChainView } from '@/registry/chain/chain-view';
import { areRecoveriesSame, recheckAccounts } from '@/registry/follower/recheck-accounts';
import { repairRoles } from '@/registry/follower/repair-roles';
import { readCursor, type Cursor } from '@/registry/chain/chain-cursor';
import { prepareCall, type PlannedCall } from '@/registry/calls/chain-call';
import { planAdminStep, planPatientStep } from '@/registry/recovery/recovery-step';
import { undoRecoveries } from '@/registry/recovery/undo-recoveries';
import { makeFinal, missEvents } from '../../../support/chain/patient-on-chain';
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

let lost: LostWallet;

beforeEach(async () => {
  lost = await lostWallet();
});

async function areSame(): Promise<boolean> {
  const view = await readChainView();
  if (view === null) throw new Error('The follower is behind');
  return areRecoveriesSame(view);
}

/** Sends a call whose event the follower does not get. */
async function sendUnseen(
  signer: ReturnType<typeof chainAdmin> | LostWallet['wallet'],
  planned: PlannedCall,
): Promise<void> {
  const { to, data } = (await prepareCall(planned)).request;
  await (await signer.sendTransaction({ to, data })).wait();
  await missEvents();
}

/** Puts the follower elsewhere, as another worker does that reads at the same time. */
async function moveTo(data: Partial<Cursor>): Promise<void> {
  await database().chainCursor.updateMany({ data });
}

async function catchUp(): Promise<void> {
  while (!(await followChain(chainHandlers))) continue;
}

it('a new request about the pair of a lapsed proposal is no difference', async () => {
  const lapsed = await proposedRecovery(lost);
  await letDaysPass(37);
  await letCodePausePass();
  const asked = await askForRecovery(lost);
  await catchUp();
  expect((await recoveryRow(lapsed)).state).toBe('PROPOSED');
  expect((await recoveryRow(asked)).state).toBe('REQUESTED');
  expect(await areSame()).toBe(true);
  const before = await readCursor();
  expect(await recheckAccounts()).toBe(false);
  expect(await readCursor()).toEqual(before);

  // The same pair is proposed again, and the follower misses the event.
  const step = { step: 'propose', account: chainAdmin().address } as const;
  await sendUnseen(chainAdmin(), await planAdminStep(lost.admin.actor, asked, step));
  expect(await areSame()).toBe(false);
  expect(await recheckAccounts()).toBe(true);
  await catchUp();
  expect((await recoveryRow(asked)).state).toBe('PROPOSED');
  expect((await recoveryRow(lapsed)).state).toBe('REPLACED');
  expect(await areSame()).toBe(true);
  expect(await recheckAccounts()).toBe(false);
});

it('reads everything again only when what is not final does not settle a difference', async () => {
  const vetoed = await proposedRecovery(lost);
  const start = (await readCursor()).nextBlock;
  const veto = await planPatientStep(lost.patient.actor, vetoed, { step: 'veto' });
  await sendUnseen(lost.wallet, veto);
  await makeFinal();
  expect(await recheckAccounts()).toBe(true);
  expect((await readCursor()).nextBlock).toBeGreaterThan(start);
  await catchUp();
  expect((await recoveryRow(vetoed)).state).toBe('PROPOSED');

  expect(await recheckAccounts()).toBe(true);
  expect((await readCursor()).nextBlock).toBe(env().REGISTRY_DEPLOYED_BLOCK);
  await catchUp();
  expect((await recoveryRow(vetoed)).state).toBe('VETOED');
  expect(await recheckAccounts()).toBe(false);
});

it('a veto and an execution that the follower did not get are differences', async () => {
  const vetoed = await proposedRecovery(lost);
  expect(await areSame()).toBe(true);
  const veto = await planPatientStep(lost.patient.actor, vetoed, { step: 'veto' });
  await sendUnseen(lost.wallet, veto);
  expect(await areSame()).toBe(false);

  const other = await lostWallet();
  const executed = await proposedRecovery(other);
  await letDaysPass(7);
  const execute = await planPatientStep(other.patient.actor, executed, { step: 'execute' });
  await sendUnseen(other.newWallet, execute);
  expect(await areSame()).toBe(false);
});

it.each([
  ['in the middle of the next block', { nextLog: 1 }],
  ['on another branch', { blockHash: `0x${'ab'.repeat(32)}` }],
])('nothing is decided on a view while the follower is %s', async (_where, elsewhere) => {
  const recoveryId = await proposedRecovery(lost);
  await database().chainRoleHolder.updateMany({
    where: { role: 'ISSUER' },
    data: { grantedAt: new Date(0), revokedAt: new Date(0) },
  });
  await database().walletRecovery.update({
    where: { id: recoveryId },
    data: { proposedBlockHash: `0x${'cd'.repeat(32)}` },
  });
  const view = await readChainView();
  if (view === null) throw new Error('The follower is behind');
  const before = await readCursor();
  await moveTo(elsewhere);
  expect([await repairRoles(view), await undoRecoveries(view)]).toEqual([0, 0]);
  expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');

  await moveTo({ nextLog: before.nextLog, blockHash: before.blockHash });
  expect(await repairRoles(view)).toBeGreaterThan(0);
  expect(await undoRecoveries(view)).toBe(1);
});
