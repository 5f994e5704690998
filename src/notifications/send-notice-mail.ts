import type { Role } from '@/generated/prisma/enums';
import type { RunningJob } from '@/jobs/job-kinds';
import { sendJobMail, type JobMail } from '@/jobs/send-job-mail';
import { env } from '@/platform/env';
import { mailSettingsPath } from './notice-path';
import { NOTICE_GROUPS, type NoticeGroup } from './notice-kinds';

/**
 * Sends the mail of a notice. It says where the person can choose which mails they get.
 * @param to as what the person reads it, and the group that the notice belongs to
 * @throws AppError mail-unavailable
 */
export async function sendNoticeMail(
  job: RunningJob,
  { role, group }: { role: Role; group: NoticeGroup },
  mail: JobMail,
): Promise<void> {
  await sendJobMail(job, {
    ...mail,
    choice: {
      url: `${env().APP_URL}${mailSettingsPath(role)}`,
      isFixed: NOTICE_GROUPS[group].mail === 'always',
    },
  });
}
