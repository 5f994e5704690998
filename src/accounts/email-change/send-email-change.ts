import { createHmac } from 'node:crypto';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import type { EmailChange } from '@/generated/prisma/client';
import type { JobHandler, JobPayload } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isSameMac } from '@/vault/proof-mac';
import { tokenHash } from '@/vault/token-hash';
import { emailChangeMac } from './email-change-mac';

/**
 * Mails one of the two links that change an account's e-mail address. A new address that has an account already gets a
 * mail without a link instead.
 */
export const sendEmailChange: JobHandler<'mail-email-change'> = async ({ accountId, to }, job) => {
  const wish = await database().emailChange.findUnique({
    where: { accountId },
    include: { account: true },
  });
  if (wish === null || wish.formerEmail !== null) return;
  const isGenuine =
    isSameMac(wish.mac, await emailChangeMac(database(), wish)) &&
    (await isGenuineAccount(database(), wish.account));
  if (!isGenuine) return;
  const t = translatorOf(job.locale);
  const site = new URL(env().APP_URL).host;
  const { newEmail, account } = wish;
  const mail = {
    to: to === 'old' ? account.email : newEmail,
    reason: t(`accounts.emailChange.mail.${to}.reason`),
    check: t('accounts.emailChange.mail.check', { site }),
  };
  if (to === 'new' && (await isTaken(newEmail))) {
    await sendJobMail(job, {
      ...mail,
      subject: t('accounts.emailChange.mail.taken.subject'),
      paragraphs: [t('accounts.emailChange.mail.taken.body')],
      action: { label: t('common.logIn'), path: '/login' },
    });
    return;
  }
  const token = tokenOf(wish, to);
  const hash = await tokenHash(database(), token);
  await database().emailChange.updateMany({
    // Neither done nor replaced by another wish meanwhile.
    where: { accountId, newEmail, expiresAt: wish.expiresAt, formerEmail: null },
    data: to === 'old' ? { oldTokenHash: hash } : { newTokenHash: hash },
  });
  await sendJobMail(job, {
    ...mail,
    subject: t('accounts.emailChange.mail.subject'),
    paragraphs: [t(`accounts.emailChange.mail.${to}.body`, { newEmail })],
    action: { label: t('accounts.emailChange.mail.action'), path: `/confirm-new-email#${token}` },
  });
};

/**
 * The secret of a link: the same at every retry, because a mail whose delivery was not reported may have arrived, and
 * a mailbox may drop its repetition.
 * @returns 256 bits, base64url
 */
function tokenOf(
  { accountId, newEmail, expiresAt }: EmailChange,
  to: JobPayload<'mail-email-change'>['to'],
): string {
  return createHmac('sha256', env().SESSION_SECRET)
    .update(`medanchor/v1/email-change/${accountId}/${to}/${expiresAt.toISOString()}/${newEmail}`)
    .digest('base64url');
}

async function isTaken(email: string): Promise<boolean> {
  return (await database().account.count({ where: { confirmedEmail: email } })) > 0;
}
