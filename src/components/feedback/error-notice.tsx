'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Stack } from '@/components/plain/stack';

interface ErrorNoticeProps {
  title?: string;
  /** What happened and what the person can do. */
  children: ReactNode;
  /** Shown as a "Try again" button. */
  onRetry?: () => void;
}

/** A failure, shown in the page; screen readers announce it. */
export function ErrorNotice({ title, children, onRetry }: ErrorNoticeProps) {
  const t = useTranslations();
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertCircle aria-hidden="true" />}
      title={title ?? t('components.errorNotice.title')}
    >
      <Stack gap="sm" align="flex-start">
        <div>{children}</div>
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('components.errorNotice.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
