import { notMeAction } from '@/accounts/notices/not-me-action';
import type { JobHandler } from '@/jobs/job-kinds';
import { originText } from '@/accounts/notices/origin-text';
import { translatorOf } from '@/messages/translator';
import { sendNoticeMail } from '@/notifications/send-notice-mail';
import { database } from '@/platform/database/database';
import { readPersonTexts } from '@/vault/person-texts';
import { recoveryNews, type RecoveryNews } from './recovery-news';
import { readStanding } from '@/registry/recovery/recovery-phase';

/** What the patients do themselves: somebody else may have done it. */
const OWN_ACTS: readonly RecoveryNews[] = ['requested', 'finishing'];

/** Mails the patient whose wallet it is what happened to its recovery. */
export const sendRecoveryNews: JobHandler<'mail-recovery-news'> = async (
  { recoveryId, news, origin },
  job,
) => {
  const recovery = await database().walletRecovery.findUnique({
    where: { id: recoveryId },
    include: { account: { select: { email: true, timeZone: true } } },
  });
  if (recovery === null) return;
  // While this mail waited, it was proposed, stopped or finished again, which has a mail of its own.
  if (news === 'undone' && !['REQUESTED', 'PROPOSED', 'UNDONE'].includes(recovery.state)) return;
  // While this mail waited, it was stopped or finished, or its proposer was dismissed.
  if (news === 'ready' && (await readStanding(recovery)).phase !== 'ready') return;
  const t = translatorOf(job.locale);
  const { email, timeZone } = recovery.account;
  const textOf = await readPersonTexts(database(), [recovery.accountId]);
  const declineReason = textOf(
    recovery.accountId,
    `wallet-recovery/${recoveryId}/reason`,
    recovery.sealedDeclineReason,
  );
  const { subject, paragraphs } = recoveryNews(news, { recovery, declineReason, timeZone }, t);
  await sendNoticeMail(
    job,
    { role: 'PATIENT', group: 'security' },
    {
      to: email,
      subject,
      paragraphs:
        origin === undefined ? paragraphs : [...paragraphs, originText(origin, timeZone, t)],
      action: OWN_ACTS.includes(news)
        ? await notMeAction(recovery.accountId, t)
        : { label: t('registry.recoveryNews.action'), path: '/patient/wallet' },
      reason: t('registry.recoveryNews.reason'),
    },
  );
};
