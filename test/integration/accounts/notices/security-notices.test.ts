import { Wallet } from 'ethers';
import { beforeEach, describe, expect, it } from 'vitest';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { database } from '@/platform/database/database';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { deliverMailsTo } from '../../../support/people/mail';
import {
  confirm,
  patientOnChain,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { bindBySignature } from '../../../support/chain/recovery';
import { sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

const DEVICE = 'Firefox on Windows';
const VIEWER = 'officer@border.example';

let someone: PatientOnChain;

beforeEach(async () => {
  someone = await patientOnChain();
  someone.patient.actor.device = DEVICE;
});

/** The mails with this subject in the patient's mailbox. */
async function notices(subject: string) {
  const mails = await deliverMailsTo(someone.patient.actor.email);
  return mails.filter((mail) => mail.subject === subject);
}

describe('the patient gets an e-mail at once', () => {
  it('that a wallet was connected: which, when, from where, and what to do', async () => {
    const wallet = new Wallet(Wallet.createRandom().privateKey);
    await bindBySignature(someone.patient, wallet);
    const [mail, ...others] = await notices(t('accounts.securityNotice.walletBound.subject'));
    expect(others).toEqual([]);
    expect(mail?.text).toContain(wallet.address);
    expect(mail?.text).toContain(DEVICE);
    expect(mail?.text).toMatch(/ at \d\d:\d\d UTC/);
    expect(mail?.text).toContain('/not-me#');
  });

  it('not again when the wallet was connected already', async () => {
    const wallet = new Wallet(Wallet.createRandom().privateKey);
    await bindBySignature(someone.patient, wallet);
    await bindBySignature(someone.patient, wallet);
    expect(await notices(t('accounts.securityNotice.walletBound.subject'))).toHaveLength(1);
  });

  it('that a report was sent to be sealed, once, with the number of viewers and no address', async () => {
    const { transactionId, request } = await someone.prepare([VIEWER]);
    expect(await notices(t('accounts.securityNotice.anchored.subject', { reports: 1 }))).toEqual(
      [],
    );
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(someone.patient.actor, transactionId, sent.hash);
    await recordTransactionSent(someone.patient.actor, transactionId, sent.hash);
    await confirm();
    const [mail, ...others] = await notices(
      t('accounts.securityNotice.anchored.subject', { reports: 1 }),
    );
    expect(others).toEqual([]);
    expect(mail?.text).toContain(t('accounts.securityNotice.mayOpenOne', { viewers: 1 }));
    expect(mail?.text).toMatch(
      sentencePattern('accounts.securityNotice.anchored.happened', { reports: 1 }),
    );
    expect(mail?.text).not.toMatch(/was sealed|are sealed/);
    expect(mail?.text).toContain(DEVICE);
    expect(`${mail?.text} ${mail?.html}`).not.toContain(VIEWER);
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/pressure|covid/i);
  });

  it('also when no page reported that it was sent', async () => {
    await someone.anchor([VIEWER]);
    const [mail] = await notices(t('accounts.securityNotice.anchored.subject', { reports: 1 }));
    expect(mail?.text).toContain(DEVICE);
  });

  it('that the viewers changed', async () => {
    const { reportId } = await someone.anchor();
    const viewers = [VIEWER, 'nurse@ward.example'].map((email) => ({ email, expiresAt: null }));
    const { actor } = someone.patient;
    const { transactionId, request } = await preparePermissionChange(actor, reportId, viewers);
    const sent = await sendFrom(someone.wallet, request);
    await recordTransactionSent(actor, transactionId, sent.hash);
    const [mail, ...others] = await notices(t('accounts.securityNotice.viewersChanged.subject'));
    expect(others).toEqual([]);
    expect(mail?.text).toContain(t('accounts.securityNotice.mayOpenOne', { viewers: 2 }));
  });

  it('that a report has no other viewers than its doctor', async () => {
    await someone.anchor();
    const [mail] = await notices(t('accounts.securityNotice.anchored.subject', { reports: 1 }));
    expect(mail?.text).toContain(t('accounts.securityNotice.mayOpenOne', { viewers: 0 }));
  });

  it('that the password was changed', async () => {
    const { accountId } = someone.patient.actor;
    const token = await mintAccountToken(database(), accountId, 'RESET_PASSWORD');
    await resetPassword(
      { token, password: 'another-harbour-lantern-42' },
      { device: DEVICE, network: 'unknown' },
    );
    const [mail] = await notices(t('accounts.securityNotice.passwordReset.subject'));
    expect(mail?.text).toContain(DEVICE);
    // A person who lost the account to a stranger cannot log in to see whether the mail is real.
    expect(mail?.text).not.toMatch(/real\?[^?]*log in/);
    expect(mail?.text).toMatch(sentencePattern('accounts.securityNotice.passwordReset.check'));
  });

  it('of nothing that was not done', async () => {
    const token = 'no-such-token';
    const password = 'another-harbour-lantern-42';
    await expect(resetPassword({ token, password })).rejects.toThrow();
    await someone.prepare([VIEWER]);
    expect(await deliverMailsTo(someone.patient.actor.email)).toEqual([]);
  });
});
