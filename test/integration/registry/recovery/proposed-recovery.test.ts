import { Contract } from 'ethers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '@/platform/time/durations';
import { t } from '../../../support/messages/english';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { reportRegistryAbi } from '@/generated/report-registry';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { prepareCall } from '@/registry/calls/chain-call';
import { followChain } from '@/registry/follower/follow-chain';
import { cancelRecovery } from '@/registry/recovery/cancel-recovery';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { RECOVERY_DELAY_MS, RECOVERY_WINDOW_MS } from '@/registry/recovery/recovery-limits';
import { planAdminStep, planPatientStep } from '@/registry/recovery/recovery-step';
import { requestRecovery } from '@/registry/recovery/request-recovery';
import { notifyReadyRecoveries } from '@/registry/recovery/news/notify-ready-recoveries';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { cursorId, rewindCursor } from '@/registry/chain/chain-cursor';
import { patientOnChain } from '../../../support/chain/patient-on-chain';
import {
  chainAdmin,
  execute,
  letCodePausePass,
  letDaysPass,
  lostWallet,
  newsTo,
  recoveryMailsTo,
  propose,
  proposedRecovery,
  recoveryRow,
  sendPlanned,
  type LostWallet,
} from '../../../support/chain/recovery';
import { chain, fundedWallet } from '../../../support/chain/test-chain';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

const IN_THE_INBOX = { timeout: 5_000, interval: 50 };
const WRONG_CODE = '00000000';

let lost: LostWallet;

beforeEach(async () => {
  lost = await lostWallet();
});

/** Waits until the newest of the news is this one. */
async function expectNews(subject: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await newsTo(lost.patient)).at(-1)).toBe(subject);
  }, IN_THE_INBOX);
}

function own() {
  return listOwnRecoveries(lost.patient.actor);
}

it('the portal uses the contract’s own times', async () => {
  const contract = new Contract(env().REGISTRY_ADDRESS, reportRegistryAbi, chain());
  const read = async (name: string) => Number(await contract.getFunction(name)()) * 1_000;
  expect(await read('RECOVERY_DELAY')).toBe(RECOVERY_DELAY_MS);
  expect(await read('RECOVERY_WINDOW')).toBe(RECOVERY_WINDOW_MS);
});

describe('a proposed recovery', () => {
  it('is e-mailed with its time, and cannot be proposed again or withdrawn', async () => {
    const recoveryId = await proposedRecovery(lost);
    const [recovery] = await own();
    expect(recovery).toMatchObject({ id: recoveryId, state: 'PROPOSED', phase: 'waiting' });
    const row = await recoveryRow(recoveryId);
    expect(row.proposer).toBe(chainAdmin().address);
    const days = ((row.opensAt?.getTime() ?? 0) - (row.proposedAt?.getTime() ?? 0)) / DAY_MS;
    expect(days).toBe(7);
    await expectNews(t('registry.recoveryNews.proposed.subject'));
    await expect(propose(lost, recoveryId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(cancelRecovery(lost.patient.actor, recoveryId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('cannot be finished a moment before its time, and can after it', async () => {
    const recoveryId = await proposedRecovery(lost);
    await expect(execute(lost, recoveryId)).rejects.toMatchObject({
      code: 'chain-refused',
      message: t('registry.transactionFailures.recovery-not-open'),
    });
    await letDaysPass(6.9);
    await notifyReadyRecoveries();
    expect(await own()).toMatchObject([{ phase: 'waiting' }]);
    await letDaysPass(0.1);
    expect(await own()).toMatchObject([{ phase: 'ready' }]);
    await Promise.all([notifyReadyRecoveries(), notifyReadyRecoveries()]);
    await expectNews(t('registry.recoveryNews.ready.asked.subject'));
    await execute(lost, recoveryId);
    await expectNews(t('registry.recoveryNews.executed.asked.subject'));
    expect(await own()).toMatchObject([{ state: 'EXECUTED', phase: null }]);
    const ready = (await newsTo(lost.patient)).filter(
      (news) => news === t('registry.recoveryNews.ready.asked.subject'),
    );
    expect(ready).toHaveLength(1);
  });

  it('lapses when it is not finished, and can then be proposed again', async () => {
    const recoveryId = await proposedRecovery(lost);
    await letDaysPass(37);
    expect(await own()).toMatchObject([{ phase: 'lapsed' }]);
    await expect(execute(lost, recoveryId)).rejects.toMatchObject({ code: 'chain-refused' });
    await propose(lost, recoveryId);
    expect(await own()).toMatchObject([{ id: recoveryId, phase: 'waiting' }]);
  });

  it('is stopped by the old wallet, which is not lost', async () => {
    const recoveryId = await proposedRecovery(lost);
    const planned = await planPatientStep(lost.patient.actor, recoveryId, { step: 'veto' });
    expect(planned.sender).toBe(lost.wallet.address);
    await sendPlanned(lost.wallet, planned);
    expect(await own()).toMatchObject([{ state: 'VETOED', vetoedByOldWallet: true }]);
    await expectNews(t('registry.recoveryNews.vetoed.subject'));
    await letDaysPass(8);
    await expect(execute(lost, recoveryId)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is stopped by an administrator, too', async () => {
    const recoveryId = await proposedRecovery(lost);
    const signer = chainAdmin();
    const step = { step: 'veto', account: signer.address } as const;
    await sendPlanned(signer, await planAdminStep(lost.admin.actor, recoveryId, step));
    expect(await own()).toMatchObject([{ state: 'VETOED', vetoedByOldWallet: false }]);
  });

  it('cannot be stopped or finished by anyone else', async () => {
    const recoveryId = await proposedRecovery(lost);
    const stranger = await patientOnChain();
    for (const step of ['veto', 'execute'] as const) {
      await expect(
        planPatientStep(stranger.patient.actor, recoveryId, { step }),
      ).rejects.toMatchObject({ code: 'not-found' });
    }
    const planned = await planPatientStep(lost.patient.actor, recoveryId, { step: 'veto' });
    await expect(
      prepareCall({ ...planned, sender: stranger.wallet.address }),
    ).rejects.toMatchObject({ code: 'chain-refused' });
  });

  it('is e-mailed to the wallet’s owner, also when it was not requested here', async () => {
    const thief = await fundedWallet();
    const call = encodeProposeRecovery(lost.wallet.address, thief.address);
    await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
    expect(await own()).toMatchObject([
      { state: 'PROPOSED', requestedAt: null, newAddress: thief.address },
    ]);
    await expectNews(t('registry.recoveryNews.proposed.subject'));
    const mails = await recoveryMailsTo(lost.patient);
    expect(mails.at(-1)?.text).toMatch(
      sentencePattern('registry.recoveryNews.proposed.howToStop.unasked'),
    );
    const [recovery] = await own();
    const planned = await planPatientStep(lost.patient.actor, recovery?.id ?? '', { step: 'veto' });
    await sendPlanned(lost.wallet, planned);
    expect(await own()).toMatchObject([{ state: 'VETOED' }]);
  });

  it('gives way when the same wallet is proposed for another', async () => {
    const recoveryId = await proposedRecovery(lost);
    const other = await fundedWallet();
    const call = encodeProposeRecovery(lost.wallet.address, other.address);
    await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
    expect((await recoveryRow(recoveryId)).state).toBe('REPLACED');
    expect(await own()).toMatchObject([{ state: 'PROPOSED' }, { state: 'REPLACED' }]);
  });

  it('of a wallet without an account is ignored', async () => {
    const before = await database().walletRecovery.count();
    const [one, other] = [await fundedWallet(), await fundedWallet()];
    const call = encodeProposeRecovery(one.address, other.address);
    await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
    expect(await database().walletRecovery.count()).toBe(before);
  });

  it('is applied once, however often the chain is read', async () => {
    const recoveryId = await proposedRecovery(lost);
    await letDaysPass(7);
    await execute(lost, recoveryId);
    const news = await newsTo(lost.patient);
    const before = await recoveryRow(recoveryId);
    await rewindCursor(0);
    const cursor = await database().chainCursor.findUniqueOrThrow({ where: { id: cursorId() } });
    expect(Number(cursor.nextBlock)).toBeLessThan(20);
    while (!(await followChain(chainHandlers)));
    expect(await recoveryRow(recoveryId)).toEqual(before);
    expect(await newsTo(lost.patient)).toEqual(news);
  });
});

describe('after a recovery', () => {
  it('the old wallet is retired: no request about it, and nothing by it, any more', async () => {
    const recoveryId = await proposedRecovery(lost);
    await letDaysPass(7);
    await execute(lost, recoveryId);
    await letCodePausePass();
    await expect(
      requestRecovery(lost.patient.actor, {
        oldAddress: lost.wallet.address,
        code: WRONG_CODE,
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});
