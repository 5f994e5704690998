import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmEmailChange } from '@/accounts/email-change/confirm-email-change';
import { requestEmailChange } from '@/accounts/email-change/request-email-change';
import { sendEmailChange } from '@/accounts/email-change/send-email-change';
import { sendSecurityNotice } from '@/accounts/notices/send-security-notice';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { resetPassword } from '@/accounts/password-reset/reset-password';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { database } from '@/platform/database/database';
import { t } from '../../../support/messages/english';
import { createPatient, type Person } from '../../../support/people/factories';
import { deliverMailsTo, receivedMails, secretIn } from '../../../support/people/mail';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';

let patient: Person;
let newEmail: string;

beforeEach(async () => {
  patient = await createPatient();
  newEmail = `new-${randomUUID()}@mail.example`;
});

async function newestMail(to: string) {
  const mail = (await deliverMailsTo(to)).at(-1);
  if (mail === undefined) throw new Error(`No mail to ${to}`);
  return mail;
}

async function tokens() {
  const [old, fresh] = [await newestMail(patient.actor.email), await newestMail(newEmail)];
  return { old: secretIn(old), fresh: secretIn(fresh) };
}

async function logInAt(email: string) {
  return { email, ...(await logIn({ email, password: patient.password })) };
}

describe('a change of the e-mail address', () => {
  it('counts once both mailboxes have confirmed it, and ends every session', async () => {
    const { accountId, email, sessionId } = patient.actor;
    const token = await mintAccountToken(database(), accountId, 'RESET_PASSWORD');
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    expect(await confirmEmailChange(fresh, null)).toBe('other-mailbox');
    await expect(logIn({ email, password: patient.password })).resolves.toBeDefined();
    expect(await confirmEmailChange(old, null)).toBe('changed');
    expect(await findLiveActor(sessionId)).toBeNull();
    await expect(logIn({ email, password: patient.password })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(logIn({ email: newEmail, password: patient.password })).resolves.toBeDefined();
    // The former mailbox may be why the address was changed.
    const password = 'other-harbour-lantern';
    await expect(resetPassword({ token, password })).rejects.toMatchObject({
      code: 'token-invalid',
    });
    const notice = await newestMail(email);
    expect(notice.subject).toBe(t('accounts.securityNotice.emailChanged.subject'));
  });

  it('is mailed to the former mailbox also when another change is requested before that mail is sent', async () => {
    const { email, accountId } = patient.actor;
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    await confirmEmailChange(old, null);
    await confirmEmailChange(fresh, null);
    const { sessionId } = await logIn({ email: newEmail, password: patient.password });
    const moved = { ...patient.actor, email: newEmail, sessionId };
    await requestEmailChange(moved, `third-${randomUUID()}@mail.example`);
    const notice = await newestMail(email);
    expect(notice.subject).toBe(t('accounts.securityNotice.emailChanged.subject'));
    // As the version before queued it.
    await database().emailChange.update({ where: { accountId }, data: { formerEmail: email } });
    const event = { kind: 'email-changed' } as const;
    const at = new Date().toISOString();
    await sendSecurityNotice({ accountId, at, device: null, event }, { id: 7n, locale: 'en' });
    expect((await receivedMails(email)).at(-1)?.subject).toBe(notice.subject);
    expect(await receivedMails(email)).toHaveLength(4);
  });

  it('is answered with "done" by a link pressed again, as when the answer was lost', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    await confirmEmailChange(old, null);
    const outcomes = await Promise.all([
      confirmEmailChange(fresh, null),
      confirmEmailChange(fresh, null),
    ]);
    expect(outcomes).toEqual(['changed', 'changed']);
    expect(await confirmEmailChange(old, null)).toBe('changed');
    const { accountId, email } = patient.actor;
    const wish = await database().emailChange.findUniqueOrThrow({ where: { accountId } });
    expect(wish.formerEmail).toBe(email);
    const changes = (await actionsAbout(accountId)).filter(
      (one) => one === 'account.email-changed',
    );
    expect(changes).toHaveLength(1);
    // Another wish is another link.
    await requestEmailChange({ ...patient.actor, ...(await logInAt(newEmail)) }, email);
    await expect(confirmEmailChange(old, null)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('counts when both links are pressed at the same moment', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    const outcomes = await Promise.all([
      confirmEmailChange(old, null),
      confirmEmailChange(fresh, null),
    ]);
    expect(outcomes.sort()).toEqual(['changed', 'other-mailbox']);
  });

  it('does not count with one link pressed twice, nor after its two days', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    expect(await confirmEmailChange(fresh, null)).toBe('other-mailbox');
    expect(await confirmEmailChange(fresh, null)).toBe('other-mailbox');
    await database().emailChange.update({
      where: { accountId: patient.actor.accountId },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    });
    await expect(confirmEmailChange(old, null)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('can be asked for twice at the same moment', async () => {
    const requests = Array.from({ length: 4 }, () => requestEmailChange(patient.actor, newEmail));
    await Promise.all(requests);
    const { old, fresh } = await tokens();
    expect(await confirmEmailChange(old, null)).toBe('other-mailbox');
    expect(await confirmEmailChange(fresh, null)).toBe('changed');
  });

  it('has the same link in a mail that is sent again because its delivery was not reported', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const former = await tokens();
    const { accountId } = patient.actor;
    await sendEmailChange({ accountId, to: 'old' }, { id: 1n, locale: 'en' });
    await sendEmailChange({ accountId, to: 'new' }, { id: 2n, locale: 'en' });
    expect(await tokens()).toEqual(former);
    expect(former.old).not.toBe(former.fresh);
    await confirmEmailChange(former.old, null);
    expect(await confirmEmailChange(former.fresh, null)).toBe('changed');
  });

  it('ends the wish before it', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const former = await tokens();
    newEmail = `newer-${randomUUID()}@mail.example`;
    await requestEmailChange(patient.actor, newEmail);
    await tokens();
    await expect(confirmEmailChange(former.fresh, null)).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  it('to an address that has an account is mailed there without a link', async () => {
    const other = await createPatient();
    newEmail = other.actor.email;
    await requestEmailChange(patient.actor, newEmail);
    const mail = await newestMail(newEmail);
    expect(mail.subject).toBe(t('accounts.emailChange.mail.taken.subject'));
    expect(mail.text).not.toContain('#');
  });

  it('to an address that got an account meanwhile is refused', async () => {
    await requestEmailChange(patient.actor, newEmail);
    const { old, fresh } = await tokens();
    await confirmEmailChange(old, null);
    await createPatient({ email: newEmail });
    await expect(confirmEmailChange(fresh, null)).rejects.toMatchObject({ code: 'token-invalid' });
    const { email } = await database().account.findUniqueOrThrow({
      where: { id: patient.actor.accountId },
    });
    expect(email).toBe(patient.actor.email);
  });

  it('needs a fresh proof, and another address', async () => {
    await expect(requestEmailChange(patient.actor, patient.actor.email)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await letProofGrowOld(patient);
    await expect(requestEmailChange(patient.actor, newEmail)).rejects.toMatchObject({
      code: 'proof-needed',
    });
  });
});
