import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renewProof } from '@/accounts/factors/renew-proof';
import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { prepareCall, quoteCall } from '@/registry/calls/chain-call';
import { readReport } from '@/registry/contract/read-report';
import { cancelRecovery } from '@/registry/recovery/cancel-recovery';
import { declineRecovery } from '@/registry/recovery/decline-recovery';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { listRecoveries } from '@/registry/recovery/list-recoveries';
import { planAdminStep } from '@/registry/recovery/recovery-step';
import { requestRecovery } from '@/registry/recovery/request-recovery';
import { requestRecoveryCode } from '@/registry/recovery/request-recovery-code';
import { createPatient } from '../../../support/people/factories';
import { patientOnChain } from '../../../support/chain/patient-on-chain';
import {
  askForRecovery,
  bindBySignature,
  chainAdmin,
  letCodePausePass,
  lostWallet,
  newsTo,
  recoveryMailsTo,
  recoveryCodeFor,
  recoveryRow,
  type LostWallet,
} from '../../../support/chain/recovery';
import { fundedWallet } from '../../../support/chain/test-chain';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import { t } from '../../../support/messages/english';
import { alterAccount } from '../../../support/people/alter-account';

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

describe('reporting a lost wallet', () => {
  it('asks an administrator, and changes nothing on the chain', async () => {
    const { reportId, contentHash } = await anchoredByOld();
    const recoveryId = await askForRecovery(lost);
    expect(await own()).toMatchObject([
      {
        id: recoveryId,
        state: 'REQUESTED',
        oldAddress: lost.wallet.address,
        newAddress: lost.newWallet.address,
        phase: null,
      },
    ]);
    expect((await readReport(contentHash)).owner).toBe(lost.wallet.address);
    await expectNews(t('registry.recoveryNews.requested.subject'));
    expect(await actionsAbout(lost.patient.actor.accountId)).toContain('recovery.requested');
    const { recoveries, waiting } = await listRecoveries(lost.admin.actor, 1);
    expect(waiting).toBeGreaterThan(0);
    expect(recoveries.find(({ id }) => id === recoveryId)).toMatchObject({
      state: 'REQUESTED',
      patient: { email: lost.patient.actor.email, birthDate: '1984-03-12', reports: 1 },
    });
    expect(JSON.stringify(recoveries)).not.toContain(reportId);
  });

  it('needs a fresh proof of the password, and the newest code, used once', async () => {
    const { patient, wallet } = lost;
    const first = await recoveryCodeFor(patient);
    const request = { oldAddress: wallet.address, code: first };
    await letProofGrowOld(patient);
    await expect(requestRecovery(patient.actor, request)).rejects.toMatchObject({
      code: 'proof-needed',
    });
    await renewProof(patient.actor, { by: 'password', password: patient.password }, null);
    await expect(
      requestRecovery(patient.actor, { ...request, code: WRONG_CODE }),
    ).rejects.toMatchObject({ code: 'code-wrong' });
    await expect(requestRecoveryCode(patient.actor)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => requestRecovery(patient.actor, request)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await own()).toHaveLength(1);
  });

  it('accepts no code after ten minutes, and none of another account', async () => {
    const { patient, wallet } = lost;
    const other = await lostWallet();
    const code = await recoveryCodeFor(patient);
    await recoveryCodeFor(other.patient);
    const ofOther = {
      oldAddress: other.wallet.address,
      code,
    };
    await expect(requestRecovery(other.patient.actor, ofOther)).rejects.toMatchObject({
      code: 'code-wrong',
    });
    await database().recoveryCode.update({
      where: { accountId: patient.actor.accountId },
      data: { expiresAt: new Date(0) },
    });
    const late = { oldAddress: wallet.address, code };
    await expect(requestRecovery(patient.actor, late)).rejects.toMatchObject({
      code: 'code-expired',
    });
  });

  it('bears ten tries of a code in a day, also in parallel', async () => {
    const { patient, wallet } = lost;
    const code = await recoveryCodeFor(patient);
    const guess = (guessed: string) =>
      requestRecovery(patient.actor, {
        oldAddress: wallet.address,
        code: guessed,
      });
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => guess(WRONG_CODE)));
    const codes = results.map((result) =>
      result.status === 'rejected' ? (result.reason as { code: string }).code : 'taken',
    );
    expect(codes.filter((answer) => answer === 'code-wrong')).toHaveLength(10);
    await expect(guess(code)).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('is refused for a wallet that is not theirs, the bound one, or twice', async () => {
    const { patient, wallet, newWallet } = lost;
    const stranger = await patientOnChain();
    const request = (oldAddress: string) => ({
      oldAddress,
      code: WRONG_CODE,
    });
    await expect(
      requestRecovery(patient.actor, request(stranger.wallet.address)),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(requestRecovery(patient.actor, request(newWallet.address))).rejects.toMatchObject({
      code: 'wallet-missing',
    });
    await askForRecovery(lost);
    await letCodePausePass();
    await expect(
      requestRecovery(patient.actor, {
        ...request(wallet.address),
        code: await recoveryCodeFor(patient),
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('cannot name another account’s wallet as the new one', async () => {
    const stranger = await patientOnChain();
    await expect(bindBySignature(lost.patient, stranger.wallet)).rejects.toMatchObject({
      code: 'wallet-taken',
    });
  });
});

describe('before it is on the chain', () => {
  it('only the patient withdraws it', async () => {
    const recoveryId = await askForRecovery(lost);
    const stranger = await createPatient();
    await expect(cancelRecovery(stranger.actor, recoveryId)).rejects.toMatchObject({
      code: 'not-found',
    });
    await cancelRecovery(lost.patient.actor, recoveryId);
    expect((await recoveryRow(recoveryId)).state).toBe('CANCELLED');
    await expect(cancelRecovery(lost.patient.actor, recoveryId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expectNews(t('registry.recoveryNews.cancelled.subject'));
    const step = { step: 'propose', account: chainAdmin().address } as const;
    await expect(planAdminStep(lost.admin.actor, recoveryId, step)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('an administrator declines with a reason, which is mailed', async () => {
    const recoveryId = await askForRecovery(lost);
    const reason = { reason: 'Please come by with your passport first.' };
    await expect(declineRecovery(lost.patient.actor, recoveryId, reason)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await declineRecovery(lost.admin.actor, recoveryId, reason);
    await expect(declineRecovery(lost.admin.actor, recoveryId, reason)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await own()).toMatchObject([{ state: 'DECLINED', declineReason: reason.reason }]);
    await expectNews(t('registry.recoveryNews.declined.subject'));
    const mails = await recoveryMailsTo(lost.patient);
    expect(mails.at(-1)?.text).toContain('passport');
  });

  it('only administrators see the list and plan steps', async () => {
    const recoveryId = await askForRecovery(lost);
    const step = { step: 'propose', account: chainAdmin().address } as const;
    for (const { actor } of [lost.patient, lost.doctor]) {
      await expect(listRecoveries(actor, 1)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(planAdminStep(actor, recoveryId, step)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('it is not proposed while the patient’s account is frozen', async () => {
    const recoveryId = await askForRecovery(lost);
    const step = { step: 'propose', account: chainAdmin().address } as const;
    const { accountId } = lost.patient.actor;
    await alterAccount(accountId, { frozenAt: new Date() });
    await expect(planAdminStep(lost.admin.actor, recoveryId, step)).rejects.toMatchObject({
      code: 'account-frozen',
    });
    await alterAccount(accountId, { frozenAt: null });
    await expect(planAdminStep(lost.admin.actor, recoveryId, step)).resolves.toBeDefined();
  });

  it('it is not proposed for a wallet that somebody wrote into the request', async () => {
    vi.spyOn(log(), 'error').mockReturnValue();
    const id = await askForRecovery(lost);
    const step = { step: 'propose', account: chainAdmin().address } as const;
    const { address: newAddress } = await fundedWallet();
    await database().walletRecovery.update({ where: { id }, data: { newAddress } });
    await expect(planAdminStep(lost.admin.actor, id, step)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('a wallet without the right cannot propose, and is refused with the reason', async () => {
    const recoveryId = await askForRecovery(lost);
    const { address: account } = await fundedWallet();
    const planned = await planAdminStep(lost.admin.actor, recoveryId, { step: 'propose', account });
    for (const ask of [prepareCall, quoteCall]) {
      await expect(ask(planned)).rejects.toMatchObject({
        code: 'chain-refused',
        message: t('registry.transactionFailures.not-recoverer'),
      });
    }
  });
});

async function anchoredByOld() {
  // The new wallet is bound already: for this report it was still the old one.
  const { patient, wallet, newWallet } = lost;
  await bindBySignature(patient, wallet);
  const anchored = await lost.anchor();
  await bindBySignature(patient, newWallet);
  return anchored;
}
