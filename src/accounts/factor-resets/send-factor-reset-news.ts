import { notMeAction } from '@/accounts/notices/not-me-action';
import { originText } from '@/accounts/notices/origin-text';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import type { FactorReset } from '@/generated/prisma/client';
import type { JobHandler, JobPayload } from '@/jobs/job-kinds';
import { translatorOf, type Translate } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { mailTime } from '@/platform/mail/mail-time';
import { HOUR_MS } from '@/platform/time/durations';
import { RESET_DELAY_MS } from './confirm-factor-reset';
import { changeReset } from './factor-reset-mac';

/** A mail that is not later than this changes nothing. */
const USUAL_DELAY_MS = HOUR_MS;

type News = JobPayload<'mail-factor-reset'>['news'];

/** Mails a person about the reset of their second factors. While it is open, the button cancels it. */
export const sendFactorResetNews: JobHandler<'mail-factor-reset'> = async (
  { resetId, news },
  job,
) => {
  if (news === 'second') await leaveTimeToCancel(resetId);
  const reset = await database().factorReset.findUnique({
    where: { id: resetId },
    include: { account: true },
  });
  if (reset === null) return;
  const { account } = reset;
  const t = translatorOf(job.locale);
  const site = new URL(env().APP_URL).host;
  const after = needsSecondFactor(account.role) ? 'mustSetUp' : 'maySetUp';
  await sendNoticeMail(
    job,
    { role: account.role, group: 'security' },
    {
      to: account.email,
      subject: t(`accounts.factorReset.mail.${news}.subject`),
      paragraphs: [
        t(`accounts.factorReset.mail.${news}.body`, {
          time: mailTime(reset.effectiveAt ?? reset.requestedAt, account.timeZone, t),
        }),
        ...(news === 'done' ? [t(`accounts.factorReset.mail.${after}`)] : []),
        ...originOf(reset, news, account.timeZone, t),
      ],
      reason: t('accounts.securityNotice.reason'),
      check: t('accounts.factorReset.mail.check', { site }),
      action: await actionOf(account.id, news, t),
    },
  );
};

/** A mail that was long in coming still leaves the person a day: the reset is put off. */
async function leaveTimeToCancel(resetId: string): Promise<void> {
  const now = (await databaseNow()).getTime();
  const reset = await database().factorReset.findFirst({
    where: {
      id: resetId,
      state: 'CONFIRMED',
      effectiveAt: { lt: new Date(now + RESET_DELAY_MS - USUAL_DELAY_MS) },
    },
  });
  if (reset === null) return;
  await changeReset(database(), reset, { effectiveAt: new Date(now + RESET_DELAY_MS) });
}

function originOf(
  { requestedAt, device }: FactorReset,
  news: News,
  timeZone: string | null,
  t: Translate,
): string[] {
  if (news !== 'requested' && news !== 'started') return [];
  return [originText({ at: requestedAt.toISOString(), device }, timeZone, t)];
}

async function actionOf(accountId: string, news: News, t: Translate) {
  if (news === 'done') return notMeAction(accountId, t);
  if (news === 'declined' || news === 'cancelled') {
    return { label: t('common.logIn'), path: '/login' };
  }
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'CANCEL_FACTOR_RESET'));
  return { label: t('accounts.factorReset.mail.cancel'), path: `/cancel-factor-reset#${token}` };
}
