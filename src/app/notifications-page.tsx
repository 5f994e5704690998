import { getTranslations } from 'next-intl/server';
import { IconSettings } from '@tabler/icons-react';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { PageHeader } from '@/components/frame/page-header';
import { LinkButton } from '@/components/link-button';
import { countUnread } from '@/notifications/count-unread';
import { listNotifications } from '@/notifications/list-notifications';
import { mailSettingsPath } from '@/notifications/notice-path';
import { AllNotices } from '@/notifications/ui/all-notices';
import { MarkAllRead } from '@/notifications/ui/mark-all-read';
import { describeNotices } from '@/reports/notices/describe-notices';

export interface NotificationsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pagePlace = z.string().max(120).nullable().catch(null);

/** All notifications of a person, the same for every role. Each page asks for its role itself. */
export async function NotificationsPage({
  actor,
  searchParams,
}: NotificationsPageProps & { actor: Actor }) {
  const t = await getTranslations();
  const page = pagePlace.parse((await searchParams)['page']);
  const unread = await countUnread(actor);
  const { rows, newer, older, readAt } = await listNotifications(actor, page);
  return (
    <>
      <PageHeader
        title={t('app.notifications.title')}
        actions={
          <>
            {unread > 0 && <MarkAllRead until={readAt.toISOString()} />}
            <LinkButton
              href={mailSettingsPath(actor.role)}
              variant="default"
              leftSection={<IconSettings size={18} aria-hidden="true" />}
            >
              {t('app.mailSettings.title')}
            </LinkButton>
          </>
        }
      />
      <AllNotices notices={await describeNotices(actor, rows, t)} newer={newer} older={older} />
    </>
  );
}
