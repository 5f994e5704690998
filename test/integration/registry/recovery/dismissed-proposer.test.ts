import { Contract, type Wallet } from 'ethers';
import { beforeEach, expect, it } from 'vitest';
import { reportRegistryAbi } from '@/generated/report-registry';
import { env } from '@/platform/env';
import { ROLE_HASHES } from '@/registry/contract/chain-roles';
import { encodeExecuteRecovery, encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { listRecoveries } from '@/registry/recovery/list-recoveries';
import { planAdminStep } from '@/registry/recovery/recovery-step';
import { notifyReadyRecoveries } from '@/registry/recovery/news/notify-ready-recoveries';
import { recoverySentence } from '@/registry/ui/recovery/recovery-sentence';
import { confirm } from '../../../support/chain/patient-on-chain';
import {
  askForRecovery,
  chainAdmin,
  execute,
  letDaysPass,
  lostWallet,
  propose,
  recoveryRow,
  sendPlanned,
  type LostWallet,
} from '../../../support/chain/recovery';
import { fundedWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

let lost: LostWallet;
let recoverer: Wallet;
let recoveryId: string;

async function setRight(change: 'grantRole' | 'revokeRole'): Promise<void> {
  const contract = new Contract(env().REGISTRY_ADDRESS, reportRegistryAbi, chainAdmin());
  await contract.getFunction(change)(ROLE_HASHES.RECOVERER, recoverer.address);
  await confirm();
}

/** Asked for, and proposed by a holder of the right who is dismissed before the week is over. */
beforeEach(async () => {
  lost = await lostWallet();
  recoverer = await fundedWallet();
  await setRight('grantRole');
  recoveryId = await askForRecovery(lost);
  const call = encodeProposeRecovery(lost.wallet.address, lost.newWallet.address);
  await sendPlanned(recoverer, { sender: recoverer.address, call });
  await setRight('revokeRole');
});

async function own() {
  const [recovery] = await listOwnRecoveries(lost.patient.actor);
  if (recovery === undefined) throw new Error('The recovery is not listed');
  return recovery;
}

it('a proposal is void: shown as such, and no one is asked to finish it', async () => {
  expect(await own()).toMatchObject({ phase: 'void', steps: ['veto'], blocksRequest: false });
  await letDaysPass(7);
  await notifyReadyRecoveries();
  expect((await recoveryRow(recoveryId)).readyMailAt).toBeNull();
  const recovery = await own();
  expect(recovery.phase).toBe('void');
  expect(recoverySentence(recovery)(t)).toMatch(/has lost its right.* proposes it again/);
  await expect(execute(lost, recoveryId)).rejects.toMatchObject({
    code: 'chain-refused',
    message: t('registry.transactionFailures.proposer-dismissed'),
  });
});

it('what was proposed revives when the right is given back', async () => {
  await letDaysPass(7);
  await setRight('grantRole');
  await notifyReadyRecoveries();
  expect((await recoveryRow(recoveryId)).readyMailAt).not.toBeNull();
  expect(await own()).toMatchObject({ phase: 'ready', steps: ['execute', 'veto'] });
});

it('an administrator with the right proposes it again, and its days start again', async () => {
  await letDaysPass(7);
  const { recoveries } = await listRecoveries(lost.admin.actor, 1);
  const row = recoveries.find(({ id }) => id === recoveryId);
  expect(row).toMatchObject({ phase: 'void', decisions: ['propose', 'veto'] });
  await propose(lost, recoveryId);
  expect(await own()).toMatchObject({ id: recoveryId, phase: 'waiting' });
  const { address: account } = chainAdmin();
  await expect(
    planAdminStep(lost.admin.actor, recoveryId, { step: 'propose', account }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

it('an administrator who may not propose sees that their own wallet lacks the right', async () => {
  const call = encodeProposeRecovery(lost.wallet.address, lost.newWallet.address);
  await expect(estimateGas(recoverer.address, call)).rejects.toMatchObject({
    message: t('registry.transactionFailures.not-recoverer'),
  });
  const execution = encodeExecuteRecovery(lost.wallet.address);
  await expect(estimateGas(recoverer.address, execution)).rejects.toMatchObject({
    message: t('registry.transactionFailures.not-new-owner'),
  });
});
