import { defineRoute } from '@/app/api/define-route';
import { translatorOf } from '@/messages/translator';
import { countUnread } from '@/notifications/count-unread';
import { newestNotifications } from '@/notifications/list-notifications';
import { bellAnswer } from '@/notifications/shown-notice';
import { describeNotices } from '@/reports/notices/describe-notices';

export const GET = defineRoute({
  summary: 'The newest notifications of a person, and how many are unread.',
  who: 'signed-in',
  answer: bellAnswer,
  run: async ({ actor, locale }) => ({
    newest: await describeNotices(actor, await newestNotifications(actor), translatorOf(locale)),
    unread: await countUnread(actor),
  }),
});
