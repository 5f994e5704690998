import { useTranslations } from 'next-intl';
import { IconBell } from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageSteps } from '@/components/frame/page-steps';
import { Card } from '@/components/plain/card';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import type { PageSteps as Steps } from '@/platform/database/keyset';
import type { ShownNotice } from '../shown-notice';
import classes from './bell.module.css';
import { NoticeLine } from './notice-line';

/** A page of a person's notifications, newest first, and how long they are kept. */
export function AllNotices({ notices, newer, older }: Steps & { notices: ShownNotice[] }) {
  const t = useTranslations();
  if (notices.length === 0) {
    return (
      <EmptyState icon={<IconBell size={26} />} title={t('notifications.list.emptyTitle')}>
        {t('notifications.list.empty')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="md">
      <Card component="section" aria-label={t('notifications.list.label')}>
        <ul className={classes['list']}>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      </Card>
      <PageSteps newer={newer} older={older} />
      <Text size="sm" c="dimmed">
        {t('notifications.list.kept')}
      </Text>
    </Stack>
  );
}
