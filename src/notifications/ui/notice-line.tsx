'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { VisuallyHidden } from '@/components/plain/visually-hidden';
import { ZonedTime } from '@/components/zoned-time';
import type { ShownNotice } from '../shown-notice';
import classes from './bell.module.css';
import { sendRead } from './send-read';

interface NoticeLineProps {
  notice: ShownNotice;
  /** When its link is followed. */
  onFollow?: () => void;
}

/** A notification in a list: its link opens the page that it is about, and marks it as read. */
export function NoticeLine({ notice, onFollow }: NoticeLineProps) {
  const t = useTranslations();
  const { id, sentence, href, createdAt, isRead } = notice;
  function follow() {
    onFollow?.();
    // When it fails, the notification stays unread.
    if (!isRead) void sendRead({ id }).catch(() => undefined);
  }
  return (
    <li className={classes['line']}>
      <Link
        href={href}
        prefetch={false}
        className={classes['link']}
        data-unread={isRead ? undefined : true}
        onClick={follow}
      >
        <span className={classes['dot']} aria-hidden="true" />
        <span>
          <span className={classes['sentence']}>
            {!isRead && <VisuallyHidden>{t('notifications.line.unread')} </VisuallyHidden>}
            {sentence}
          </span>
          <span className={classes['when']}>
            <ZonedTime at={createdAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}
