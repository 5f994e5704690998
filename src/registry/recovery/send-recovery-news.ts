import type { JobHandler } from '@/jobs/job-kinds';
import { messageIdOf } from '@/jobs/message-id';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { sendMail } from '@/platform/mail/mailer';
import { renderMail } from '@/platform/mail/render-mail';
import { recoveryNews } from './recovery-news';
import { readStanding } from './recovery-phase';

/** Tells the patient whose wallet it is what happened to its recovery. */
export const sendRecoveryNews: JobHandler<'mail-recovery-news'> = async (
  { recoveryId, news },
  job,
) => {
  const recovery = await database().walletRecovery.findUnique({
    where: { id: recoveryId },
    include: { account: { select: { email: true, timeZone: true } } },
  });
  if (recovery === null) return;
  // It was proposed, stopped or finished anew while the mail waited, which has a mail of its own.
  if (news === 'undone' && !['REQUESTED', 'PROPOSED', 'UNDONE'].includes(recovery.state)) return;
  // It was stopped or finished while the mail waited, or who proposed it was dismissed.
  if (news === 'ready' && (await readStanding(recovery)).phase !== 'ready') return;
  const { subject, paragraphs } = recoveryNews(news, recovery, recovery.account.timeZone);
  await sendMail({
    to: recovery.account.email,
    subject,
    messageId: messageIdOf(job),
    ...renderMail({
      heading: subject,
      paragraphs,
      action: { label: 'Look at my wallet', url: `${env().APP_URL}/patient/wallet` },
      reason: 'The wallet is connected to your MedAnchor account.',
    }),
  });
};
