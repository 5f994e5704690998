'use client';

import { useTranslations } from 'next-intl';
import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Skeleton } from '@/components/plain/skeleton';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { VisuallyHidden } from '@/components/plain/visually-hidden';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { bellAnswer } from '../shown-notice';
import classes from './bell.module.css';
import { NoticeLine } from './notice-line';
import { announceUnread } from './unread-news';

interface BellPanelProps {
  /** The page with all notifications. */
  href: string;
  /** When a link in it is followed. */
  onLeave: () => void;
}

/** The newest notifications, fetched when the bell is opened. */
export function BellPanel({ href, onLeave }: BellPanelProps) {
  const t = useTranslations();
  const panel = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<z.infer<typeof bellAnswer> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(1);

  useEffect(() => panel.current?.focus(), []);

  useEffect(() => {
    let isGone = false;
    callApi('GET', '/api/notifications', bellAnswer).then(
      (found) => {
        if (isGone) return;
        setAnswer(found);
        announceUnread(found.unread);
      },
      (error: unknown) => {
        if (!isGone) setFailure(problemMessage(error, t));
      },
    );
    return () => {
      isGone = true;
    };
  }, [t, tries]);

  function retry() {
    setFailure(null);
    setTries(tries + 1);
  }

  return (
    <div
      ref={panel}
      className={classes['panel']}
      role="dialog"
      aria-label={t('notifications.panel.title')}
      tabIndex={-1}
    >
      <Stack gap="sm">
        {failure !== null && <ErrorNotice onRetry={retry}>{failure}</ErrorNotice>}
        {answer === null && failure === null && <WaitingLines />}
        {answer?.newest.length === 0 && <Text c="dimmed">{t('notifications.panel.empty')}</Text>}
        {answer !== null && answer.newest.length > 0 && (
          <ul className={classes['list']}>
            {answer.newest.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} onFollow={onLeave} />
            ))}
          </ul>
        )}
        <Anchor component={Link} href={href} underline="always" data-alone onClick={onLeave}>
          {t('notifications.panel.all')}
        </Anchor>
      </Stack>
    </div>
  );
}

function WaitingLines() {
  const t = useTranslations();
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      <Skeleton height={44} />
      <Skeleton height={44} />
      <Skeleton height={44} />
    </Stack>
  );
}
