import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { prepareCall } from '@/registry/calls/chain-call';
import { readCursor } from '@/registry/chain/chain-cursor';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { followChain } from '@/registry/follower/follow-chain';
import { recheckAccounts } from '@/registry/follower/recheck-accounts';
import { planIssuerStep } from '@/registry/issuers/issuer-step';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { planPatientStep } from '@/registry/recovery/recovery-step';
import {
  confirm,
  indexOf,
  letReportsBeDue,
  makeFinal,
  patientOnChain,
  reorganise,
} from '../../../support/chain/patient-on-chain';
import {
  askForRecovery,
  bindBySignature,
  chainAdmin,
  execute,
  letDaysPass,
  lostWallet,
  newsTo,
  propose,
  proposedRecovery,
  recoveryRow,
  sendPlanned,
  type LostWallet,
} from '../../../support/chain/recovery';
import { chain, forkPoint, fundedWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const RUNS_AGAIN = t('registry.recoveryNews.runsAgain.subject');
const NOT_BEGUN = t('registry.recoveryNews.notBegun.subject');

let lost: LostWallet;

beforeEach(async () => {
  lost = await lostWallet();
});

async function expectNews(subject: string): Promise<void> {
  await vi.waitFor(
    async () => {
      expect((await newsTo(lost.patient)).at(-1)).toBe(subject);
    },
    { timeout: 5_000, interval: 50 },
  );
}

async function veto(recoveryId: string): Promise<void> {
  const planned = await planPatientStep(lost.patient.actor, recoveryId, { step: 'veto' });
  await sendPlanned(lost.wallet, planned);
}

/** Puts the same transactions on another branch, as the network does when it still has them. */
async function mineAgain(
  fork: { goBack: () => Promise<void> },
  hashes: (string | null)[],
): Promise<void> {
  const raw = await Promise.all(
    hashes.map((hash): Promise<unknown> => chain().send('eth_getRawTransactionByHash', [hash])),
  );
  await reorganise({
    goBack: async () => {
      await fork.goBack();
      for (const bytes of raw) await chain().send('eth_sendRawTransaction', [bytes]);
    },
  });
}

describe('a reorganisation that takes away', () => {
  it('a proposal: the request waits again, and its patient gets an e-mail', async () => {
    const recoveryId = await askForRecovery(lost);
    await confirm();
    const fork = await forkPoint();
    await propose(lost, recoveryId);
    expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
    await reorganise(fork);
    expect(await recoveryRow(recoveryId)).toMatchObject({
      state: 'REQUESTED',
      proposedAt: null,
      opensAt: null,
    });
    await expectNews(NOT_BEGUN);
    await propose(lost, recoveryId);
    expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
  });

  it('a proposal that was not requested here: nothing is left of it', async () => {
    const thief = await fundedWallet();
    const call = encodeProposeRecovery(lost.wallet.address, thief.address);
    await confirm();
    const fork = await forkPoint();
    await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
    const [recovery] = await listOwnRecoveries(lost.patient.actor);
    expect(recovery).toMatchObject({ state: 'PROPOSED' });
    await reorganise(fork);
    expect(await listOwnRecoveries(lost.patient.actor)).toMatchObject([
      { id: recovery?.id, state: 'UNDONE', steps: [], blocksRequest: false },
    ]);
    await expectNews(NOT_BEGUN);
  });

  it('a veto: the recovery runs again', async () => {
    const recoveryId = await proposedRecovery(lost);
    const proposed = await recoveryRow(recoveryId);
    const fork = await forkPoint();
    await veto(recoveryId);
    expect((await recoveryRow(recoveryId)).state).toBe('VETOED');
    await reorganise(fork);
    expect(await recoveryRow(recoveryId)).toEqual(proposed);
    await expectNews(RUNS_AGAIN);
  });

  it('an execution: the old wallet owns its reports again, and other requests wait again', async () => {
    const someone = await patientOnChain();
    const report = await someone.anchor();
    const newWallet = await fundedWallet();
    await bindBySignature(someone.patient, newWallet);
    lost = { ...someone, newWallet, admin: lost.admin };
    const recoveryId = await proposedRecovery(lost);
    await letDaysPass(7);
    const other = await database().walletRecovery.create({
      data: {
        accountId: lost.patient.actor.accountId,
        oldAddress: lost.wallet.address,
        newAddress: (await fundedWallet()).address,
        state: 'REQUESTED',
        requestedAt: new Date(),
      },
    });
    await makeFinal();
    const fork = await forkPoint();
    await execute(lost, recoveryId);
    expect((await indexOf(report))?.owner).toBe(lost.newWallet.address);
    expect((await recoveryRow(other.id)).state).toBe('REPLACED');
    await reorganise(fork);
    expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
    expect((await recoveryRow(other.id)).state).toBe('REQUESTED');
    await letReportsBeDue();
    await reorganise(await forkPoint());
    expect((await indexOf(report))?.owner).toBe(lost.wallet.address);
  });

  it('a proposal for another wallet: the one that it replaced runs again', async () => {
    const recoveryId = await proposedRecovery(lost);
    const other = await fundedWallet();
    const call = encodeProposeRecovery(lost.wallet.address, other.address);
    const fork = await forkPoint();
    await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
    expect((await recoveryRow(recoveryId)).state).toBe('REPLACED');
    await reorganise(fork);
    expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
    const states = (await listOwnRecoveries(lost.patient.actor)).map(({ state }) => state);
    expect(states).toEqual(['UNDONE', 'PROPOSED']);
  });

  it.each([
    ['even later', 0],
    ['earlier', 3_600],
  ])(
    'a proposal that is made again in an %s block: it replaces what it replaced',
    async (_, wait) => {
      const replaced = await proposedRecovery(lost);
      await makeFinal();
      const other = await fundedWallet();
      const call = encodeProposeRecovery(lost.wallet.address, other.address);
      const fork = await forkPoint();
      await chain().send('evm_increaseTime', [wait]);
      await sendPlanned(chainAdmin(), { sender: chainAdmin().address, call });
      expect((await recoveryRow(replaced)).state).toBe('REPLACED');
      const again = { hash: '' };
      await reorganise({
        goBack: async () => {
          await fork.goBack();
          const sent = await chainAdmin().sendTransaction({
            to: env().REGISTRY_ADDRESS,
            data: call.data,
            gasLimit: 400_000n,
          });
          again.hash = sent.hash;
        },
      });
      // Read again is what is not final, not everything.
      const { nextBlock } = await readCursor();
      const head = await chain().getBlockNumber();
      expect(nextBlock).toBeGreaterThan(head - 2 * 64);
      expect(nextBlock).toBeLessThan(head - 12);
      while (!(await followChain(chainHandlers))) continue;
      expect(await recheckAccounts()).toBe(false);
      expect(await recoveryRow(replaced)).toMatchObject({
        state: 'REPLACED',
        endedTransaction: again.hash,
      });
      const open = { oldAddress: lost.wallet.address, state: 'PROPOSED' } as const;
      expect(await database().walletRecovery.findMany({ where: open })).toMatchObject([
        { newAddress: other.address, proposedTransaction: again.hash },
      ]);
      const news = await newsTo(lost.patient);
      expect(news).not.toContain(RUNS_AGAIN);
      expect(news).not.toContain(NOT_BEGUN);
    },
  );

  it('a veto that is sent again in another transaction: the recovery stays stopped', async () => {
    const recoveryId = await proposedRecovery(lost);
    const planned = await planPatientStep(lost.patient.actor, recoveryId, { step: 'veto' });
    const fork = await forkPoint();
    await sendPlanned(lost.wallet, planned);
    const again = { hash: '' };
    await reorganise({
      goBack: async () => {
        await fork.goBack();
        const { to, data } = (await prepareCall(planned)).request;
        const sent = await lost.wallet.sendTransaction({ to, data, gasLimit: 400_000n });
        again.hash = sent.hash;
      },
    });
    while (!(await followChain(chainHandlers))) continue;
    expect(await recoveryRow(recoveryId)).toMatchObject({
      state: 'VETOED',
      endedTransaction: again.hash,
    });
    expect(await newsTo(lost.patient)).not.toContain(RUNS_AGAIN);
  });

  it('the dismissal or the appointment of an issuer: its holder has the role that the contract holds', async () => {
    const issuer = (await fundedWallet()).address;
    const step = (name: 'appoint' | 'dismiss') =>
      planIssuerStep(lost.admin.actor, { step: name, issuer, account: chainAdmin().address });
    const holds = async () => {
      const where = { role_account: { role: 'ISSUER' as const, account: issuer } };
      return (await database().chainRoleHolder.findUnique({ where }))?.revokedAt === null;
    };
    await confirm();
    const beforeAppointing = await forkPoint();
    await sendPlanned(chainAdmin(), step('appoint'));
    const beforeDismissing = await forkPoint();
    await sendPlanned(chainAdmin(), step('dismiss'));
    expect(await holds()).toBe(false);
    await reorganise(beforeDismissing);
    expect(await holds()).toBe(true);
    await reorganise(beforeAppointing);
    expect(await holds()).toBe(false);
  });
});

describe('a reorganisation after which the same transactions are mined again', () => {
  it('moves a proposal to its new time', async () => {
    const recoveryId = await askForRecovery(lost);
    await confirm();
    const fork = await forkPoint();
    await propose(lost, recoveryId);
    const first = await recoveryRow(recoveryId);
    await mineAgain(fork, [first.proposedTransaction]);
    const second = await recoveryRow(recoveryId);
    expect(second).toMatchObject({
      state: 'PROPOSED',
      proposedTransaction: first.proposedTransaction,
    });
    expect(second.proposedBlockHash).not.toBe(first.proposedBlockHash);
    expect(second.opensAt?.getTime()).toBeGreaterThan(first.opensAt?.getTime() ?? Infinity);
    expect(await recheckAccounts()).toBe(false);
  });

  it('leaves a stopped one stopped', async () => {
    const recoveryId = await proposedRecovery(lost);
    const fork = await forkPoint();
    await veto(recoveryId);
    const { endedTransaction } = await recoveryRow(recoveryId);
    await mineAgain(fork, [endedTransaction]);
    expect((await recoveryRow(recoveryId)).state).toBe('VETOED');
    expect(await newsTo(lost.patient)).not.toContain(RUNS_AGAIN);
  });
});

it('what is final is not looked at again', async () => {
  const recoveryId = await proposedRecovery(lost);
  await recheckAccounts();
  expect((await recoveryRow(recoveryId)).proposedBlockHash).not.toBeNull();
  await makeFinal();
  await recheckAccounts();
  expect((await recoveryRow(recoveryId)).proposedBlockHash).toBeNull();
  expect((await recoveryRow(recoveryId)).state).toBe('PROPOSED');
});
