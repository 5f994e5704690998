import { beforeEach, describe, expect, it } from 'vitest';
import { freezeAccount } from '@/accounts/freeze/freeze-account';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { requestEmailChange } from '@/accounts/email-change/request-email-change';
import { beginPasskeyLogIn } from '@/accounts/factors/passkeys/begin-passkey-proof';
import { logInWithPasskey } from '@/accounts/factors/passkeys/log-in-with-passkey';
import { authenticationAnswer } from '@/accounts/factors/passkeys/passkey-schema';
import { createBackupCodes } from '@/accounts/factors/backup-codes/create-backup-codes';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import type { AccountTokenPurpose } from '@/generated/prisma/enums';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { database, inTransaction } from '@/platform/database/database';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { t } from '../../../support/messages/english';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { deliverMailsTo, receivedMails, secretIn } from '../../../support/people/mail';
import { createPatient, type Person } from '../../../support/people/factories';
import { ourOrigin, setUpPasskey, setUpTotp } from '../../../support/people/factors';
import { actionsAbout } from '../../../support/people/trail';
import { alterAccount, alterTotp } from '../../../support/people/alter-account';

// Mail goes through a proxy that a test can cut.
const smtp = await behindProxy('SMTP_URL');

let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

function mailedToken(purpose: AccountTokenPurpose): Promise<string> {
  return inTransaction((tx) => mintAccountToken(tx, patient.actor.accountId, purpose));
}

function logInAgain() {
  return logIn({ email: patient.actor.email, password: patient.password });
}

/** As if the factor that the account has now were older than any act of the stranger. */
async function setUpAnHourAgo(): Promise<void> {
  const before = new Date(Date.now() - 3_600_000);
  const where = { accountId: patient.actor.accountId };
  const { accountId } = patient.actor;
  if ((await database().totpSecret.count({ where })) > 0) await alterTotp(accountId, before);
  await database().passkey.updateMany({ where, data: { createdAt: before } });
}

async function enterBy(key: Awaited<ReturnType<typeof setUpPasskey>>) {
  const { credentialId } = await database().passkey.findFirstOrThrow({
    where: { accountId: patient.actor.accountId },
  });
  const id = Buffer.from(credentialId).toString('base64url');
  const options = {
    ...(await beginPasskeyLogIn()),
    allowCredentials: [{ id, type: 'public-key' }],
  };
  const answer = authenticationAnswer.parse(key.getJSON(ourOrigin(), options));
  return logInWithPasskey(answer, { formerSessionId: null, device: null });
}

async function freeze(): Promise<void> {
  await freezeAccount(await mailedToken('NOT_ME'), 'Firefox on Windows');
}

describe('the link "It was not me"', () => {
  it('ends every session, and the password alone opens none', async () => {
    await freeze();
    expect(await findLiveActor(patient.actor.sessionId)).toBeNull();
    await expect(logInAgain()).rejects.toMatchObject({ code: 'account-frozen' });
    expect(await actionsAbout(patient.actor.accountId)).toContain('account.frozen');
  });

  it('freezes also while no mail can be sent; the mails follow', async () => {
    const { email } = patient.actor;
    const subject = t('accounts.securityNotice.accountFrozen.subject');
    await whileCut(smtp, async () => {
      await freeze();
      expect(await findLiveActor(patient.actor.sessionId)).toBeNull();
      await expect(logInAgain()).rejects.toMatchObject({ code: 'account-frozen' });
      await runDueJobs(jobHandlers);
      expect((await receivedMails(email)).map((mail) => mail.subject)).not.toContain(subject);
    });
    await database().outboxJob.updateMany({
      where: { doneAt: null },
      data: { runAfter: new Date(Date.now() - 60_000) },
    });
    const subjects = (await deliverMailsTo(email)).map((mail) => mail.subject);
    expect(subjects.filter((one) => one === subject)).toHaveLength(1);
    expect(subjects).toContain(t('accounts.sendResetPassword.subject'));
  });

  it('works once, and no link for another purpose does', async () => {
    const token = await mailedToken('NOT_ME');
    await freezeAccount(token, null);
    await alterAccount(patient.actor.accountId, { frozenAt: null });
    await expect(freezeAccount(token, null)).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(freezeAccount(await mailedToken('RESET_PASSWORD'), null)).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('confirms a freeze whose answer was lost, and does it once', async () => {
    const token = await mailedToken('NOT_ME');
    await Promise.all([freezeAccount(token, null), freezeAccount(token, null)]);
    await freezeAccount(token, null);
    const traces = await actionsAbout(patient.actor.accountId);
    expect(traces.filter((action) => action === 'account.frozen')).toHaveLength(1);
  });

  it('is undone by a new password where there is no second factor', async () => {
    await freeze();
    const password = 'other-harbour-lantern';
    await resetPassword({ token: await mailedToken('RESET_PASSWORD'), password });
    patient = { ...patient, password };
    const { sessionId } = await logInAgain();
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });

  it('is undone only by the second factor where there is one', async () => {
    const app = await setUpTotp(patient);
    await setUpAnHourAgo();
    const strangersKey = await setUpPasskey(patient);
    await freeze();
    const password = 'other-harbour-lantern';
    await resetPassword({ token: await mailedToken('RESET_PASSWORD'), password });
    const { accountId } = patient.actor;
    const isFrozen = async () =>
      (await database().account.findUniqueOrThrow({ where: { id: accountId } })).frozenAt !== null;
    expect(await isFrozen()).toBe(true);
    patient = { ...patient, password };
    const { sessionId } = await logInAgain();
    expect(await findLiveActor(sessionId)).toBeNull();
    const half = { ...patient.actor, sessionId };
    await expect(enterBy(strangersKey)).rejects.toMatchObject({ code: 'passkey-refused' });
    await passSecondFactor(half, { by: 'totp', code: app.codeAt(0) }, null);
    expect(await isFrozen()).toBe(false);
    expect(await database().passkey.count({ where: { accountId } })).toBe(0);
    expect(await findLiveActor(sessionId)).not.toBeNull();
  });

  it('lasts against the factors that the stranger set up, in the mail about them and in later ones', async () => {
    const key = await setUpPasskey(patient);
    const app = await setUpTotp(patient);
    const [code = ''] = await createBackupCodes(patient.actor);
    const mails = await deliverMailsTo(patient.actor.email);
    const subject = t('accounts.securityNotice.factorChanged.passkey-added.subject');
    const about = mails.find((mail) => mail.subject === subject);
    if (about === undefined) throw new Error('No mail about the passkey');
    await freeze();
    await freezeAccount(secretIn(about), null);
    const { sessionId } = await logInAgain();
    const half = { ...patient.actor, sessionId };
    await expect(enterBy(key)).rejects.toMatchObject({ code: 'passkey-refused' });
    for (const proof of [
      { by: 'totp', code: app.codeAt(0) },
      { by: 'backup-code', code },
    ] as const) {
      await expect(passSecondFactor(half, proof, null)).rejects.toMatchObject({
        code: 'factor-wrong',
      });
    }
    expect(await findLiveActor(sessionId)).toBeNull();
  });

  it('mails which factors of the last days still open the account, and what to do about them', async () => {
    await setUpPasskey(patient);
    await setUpTotp(patient);
    await setUpAnHourAgo();
    const { accountId, email } = patient.actor;
    await freeze();
    const newest = async () => (await deliverMailsTo(email)).at(-1)?.text;
    const lines = [
      t('accounts.lateFactors.lead'),
      t('accounts.lateFactors.passkey', { when: '' }).slice(0, -1),
      t('accounts.lateFactors.totp', { when: '' }).slice(0, -1),
    ];
    const text = await newest();
    for (const line of lines) expect(text).toContain(line);
    // Those that were set up since are doubted already; those of long ago are the owner's.
    const longAgo = new Date(Date.now() - 40 * 24 * 3_600_000);
    await alterTotp(accountId, longAgo);
    await database().passkey.updateMany({ where: { accountId }, data: { createdAt: new Date() } });
    await freeze();
    expect(await newest()).not.toContain(lines[0]);
  });

  it('leaves no session to a log-in that is under way, nor a change of the address', async () => {
    await requestEmailChange(patient.actor, 'stranger@mail.example');
    const underWay = Promise.allSettled([logInAgain(), logInAgain()]);
    await freeze();
    await underWay;
    const { accountId } = patient.actor;
    expect(await database().session.count({ where: { accountId, revokedAt: null } })).toBe(0);
    expect(await database().emailChange.count({ where: { accountId } })).toBe(0);
  });
});
