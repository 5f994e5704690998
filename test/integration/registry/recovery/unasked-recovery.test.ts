import type { Wallet } from 'ethers';
import { beforeEach, expect, it, vi } from 'vitest';
import { encodeExecuteRecovery, encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { planPatientStep } from '@/registry/recovery/recovery-step';
import { notifyReadyRecoveries } from '@/registry/recovery/news/notify-ready-recoveries';
import { recoverySentence } from '@/registry/ui/recovery/recovery-sentence';
import { patientOnChain, type PatientOnChain } from '../../../support/chain/patient-on-chain';
import {
  chainAdmin,
  letDaysPass,
  newsTo,
  recoveryMailsTo,
  sendPlanned,
} from '../../../support/chain/recovery';
import { fundedWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

const IN_THE_INBOX = { timeout: 5_000, interval: 50 };

let someone: PatientOnChain;
let thief: Wallet;

/** A thief of the right proposes a wallet of their own, and a week passes. */
beforeEach(async () => {
  someone = await patientOnChain();
  thief = await fundedWallet();
  const { address: sender } = chainAdmin();
  const call = encodeProposeRecovery(someone.wallet.address, thief.address);
  await sendPlanned(chainAdmin(), { sender, call });
  await letDaysPass(7);
  await notifyReadyRecoveries();
});

async function own() {
  const [recovery] = await listOwnRecoveries(someone.patient.actor);
  if (recovery === undefined) throw new Error('The recovery is not listed');
  return recovery;
}

/** The text of the mail with this subject, once it is the newest. */
async function newestNews(subject: string): Promise<string> {
  await vi.waitFor(async () => {
    expect((await newsTo(someone.patient)).at(-1)).toBe(subject);
  }, IN_THE_INBOX);
  return (await recoveryMailsTo(someone.patient)).at(-1)?.text ?? '';
}

it('warns an owner who did not ask by e-mail, and explains the veto', async () => {
  const text = await newestNews(t('registry.recoveryNews.ready.unasked.subject'));
  expect(text).toContain(t('registry.vetoBanner.stopThisRecovery'));
  expect(text).not.toMatch(sentencePattern('registry.recoveryNews.ready.asked.body'));
  const recovery = await own();
  expect(recovery).toMatchObject({ phase: 'ready', requestedAt: null, steps: ['veto'] });
  expect(recoverySentence(recovery)(t)).toMatch(/which you did not name.* can still stop it/);
  const planned = await planPatientStep(someone.patient.actor, recovery.id, { step: 'veto' });
  await sendPlanned(someone.wallet, planned);
  expect(await own()).toMatchObject({ state: 'VETOED', steps: [] });
});

it('e-mails an owner who did not ask that another wallet took over, and whom to contact', async () => {
  const call = encodeExecuteRecovery(someone.wallet.address);
  await sendPlanned(thief, { sender: thief.address, call });
  const text = await newestNews(t('registry.recoveryNews.executed.unasked.subject'));
  expect(text).toContain('administrator');
  const recovery = await own();
  expect(recovery).toMatchObject({ state: 'EXECUTED', steps: [] });
  expect(recoverySentence(recovery)(t)).toContain(t('registry.recoverySentence.executed.unasked'));
});
