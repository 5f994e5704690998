import type { JobHandler } from '@/jobs/job-kinds';
import { sendJobMail } from '@/jobs/send-job-mail';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { recoveryNews } from './recovery-news';
import { readStanding } from './recovery-phase';

/** Mails the patient whose wallet it is what happened to its recovery. */
export const sendRecoveryNews: JobHandler<'mail-recovery-news'> = async (
  { recoveryId, news },
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
  await sendJobMail(job, {
    to: recovery.account.email,
    ...recoveryNews(news, recovery, recovery.account.timeZone, t),
    action: { label: t('registry.recoveryNews.action'), path: '/patient/wallet' },
    reason: t('registry.recoveryNews.reason'),
  });
};
