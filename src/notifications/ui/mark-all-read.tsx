'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { problemMessage } from '@/platform/http/call-api';
import { sendRead } from './send-read';

/**
 * Marks all notifications as read that a page could have shown.
 * @param until when the page was made, ISO 8601: what came later stays unread
 */
export function MarkAllRead({ until }: { until: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function mark() {
    setBusy(true);
    setFailure(null);
    try {
      await sendRead({ until });
      router.refresh();
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="sm">
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconChecks size={18} aria-hidden="true" />}
        onClick={() => void mark()}
      >
        {t('notifications.markAllRead.button')}
      </Button>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Stack>
  );
}
