import { beforeEach, describe, expect, it } from 'vitest';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { listRecoveries } from '@/registry/recovery/list-recoveries';
import { planAdminStep } from '@/registry/recovery/recovery-step';
import { recoverySentence } from '@/registry/ui/recovery/recovery-sentence';
import {
  askForRecovery,
  bindBySignature,
  chainAdmin,
  execute,
  letCodePausePass,
  letDaysPass,
  lostWallet,
  propose,
  proposedRecovery,
  recoveryRow,
  sendPlanned,
  type LostWallet,
} from '../../../support/chain/recovery';
import { fundedWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

let lost: LostWallet;

beforeEach(async () => {
  lost = await lostWallet();
});

function own() {
  return listOwnRecoveries(lost.patient.actor);
}

/** What an administrator is offered about a recovery. */
async function decisionsOn(recoveryId: string) {
  const { recoveries } = await listRecoveries(lost.admin.actor, 1);
  return recoveries.find(({ id }) => id === recoveryId)?.decisions;
}

async function askAgain(): Promise<string> {
  await letCodePausePass();
  return askForRecovery(lost);
}

describe('a recovery that was not finished in time', () => {
  it('leaves room for a new request, which takes its place once it is proposed', async () => {
    const lapsed = await proposedRecovery(lost);
    expect(await own()).toMatchObject([{ phase: 'waiting', blocksRequest: true }]);
    await expect(askAgain()).rejects.toMatchObject({ code: 'conflict' });
    await letDaysPass(37);
    const [recovery] = await own();
    expect(recovery).toMatchObject({ phase: 'lapsed', blocksRequest: false, steps: [] });
    expect(recovery && recoverySentence(recovery)(t)).toContain(
      t('registry.recoverySentence.lapsed.asked'),
    );
    expect(await decisionsOn(lapsed)).toEqual(['propose', 'veto']);

    const again = await askAgain();
    await expect(askAgain()).rejects.toMatchObject({ code: 'conflict' });
    const former = (await own()).find(({ id }) => id === lapsed);
    expect(former && recoverySentence(former)(t)).toContain(
      t('registry.recoverySentence.askedAgain'),
    );
    expect(await decisionsOn(lapsed)).toEqual(['veto']);
    expect(await decisionsOn(again)).toEqual(['propose', 'decline']);
    await expect(propose(lost, lapsed)).rejects.toMatchObject({ code: 'conflict' });
    await propose(lost, again);
    expect((await recoveryRow(lapsed)).state).toBe('REPLACED');
    await letDaysPass(7);
    await execute(lost, again);
    expect(await own()).toMatchObject([{ id: again, state: 'EXECUTED' }, { state: 'REPLACED' }]);
  });

  it('is stopped by an administrator as long as the contract holds it', async () => {
    const lapsed = await proposedRecovery(lost);
    await letDaysPass(37);
    const again = await askAgain();
    const step = { step: 'veto', account: chainAdmin().address } as const;
    await sendPlanned(chainAdmin(), await planAdminStep(lost.admin.actor, lapsed, step));
    expect((await recoveryRow(lapsed)).state).toBe('VETOED');
    expect((await recoveryRow(again)).state).toBe('REQUESTED');
    expect(await decisionsOn(lapsed)).toEqual([]);
  });

  it('is not proposed again when the patient never asked for it', async () => {
    const { address: sender } = chainAdmin();
    const call = encodeProposeRecovery(lost.wallet.address, (await fundedWallet()).address);
    await sendPlanned(chainAdmin(), { sender, call });
    await letDaysPass(37);
    const [recovery] = await own();
    const id = recovery?.id ?? '';
    expect(await decisionsOn(id)).toEqual(['veto']);
    await expect(propose(lost, id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a recovery for a wallet that is not the bound one', () => {
  it('leaves room for a request with the wallet that is bound now', async () => {
    const forFormer = await proposedRecovery(lost);
    const bound = await fundedWallet();
    await bindBySignature(lost.patient, bound);
    const again = await askAgain();
    await propose(lost, again);
    expect((await recoveryRow(forFormer)).state).toBe('REPLACED');
    expect(await recoveryRow(again)).toMatchObject({
      state: 'PROPOSED',
      newAddress: bound.address,
    });
  });

  it('can no longer be finished once that wallet was itself recovered', async () => {
    const forRetired = await proposedRecovery(lost);
    const bound = await fundedWallet();
    await bindBySignature(lost.patient, bound);
    const second = { ...lost, wallet: lost.newWallet, newWallet: bound };
    await letCodePausePass();
    const ofSecond = await proposedRecovery(second);
    await letDaysPass(7);
    await execute(second, ofSecond);
    expect((await own()).find(({ id }) => id === forRetired)).toMatchObject({
      phase: 'retired',
      blocksRequest: false,
      steps: [],
    });
    expect(await decisionsOn(forRetired)).toEqual(['veto']);
    await askAgain();
  });
});
