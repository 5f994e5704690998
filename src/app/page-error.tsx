'use client';

import { useTranslations } from 'next-intl';
import { Group, Stack, Title } from '@mantine/core';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LinkButton } from '@/components/link-button';
import { failureSentence, isLostScript } from './failure-sentence';

/** Shown instead of a page that failed: the reason that may be shown, and two ways on. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations();
  return (
    <Stack maw={640} gap="lg">
      <Title order={1}>{t('app.pageError.title')}</Title>
      <ErrorNotice
        title={t('app.pageError.whatHappened')}
        onRetry={isLostScript(error) ? () => globalThis.location.reload() : retry}
      >
        {failureSentence(error, t)}
      </ErrorNotice>
      <Group>
        <LinkButton href="/" variant="subtle">
          {t('app.pageError.toTheFirstPage')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
