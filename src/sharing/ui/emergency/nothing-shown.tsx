import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { Title } from '@/components/plain/title';

/** That nothing is shown, and why. */
export function NothingShown({ onRetry, children }: { onRetry: () => void; children: ReactNode }) {
  const t = useTranslations();
  return (
    <Stack>
      <Title order={1}>{t('sharing.requestedReport.nothingShown')}</Title>
      <ErrorNotice onRetry={onRetry}>{children}</ErrorNotice>
    </Stack>
  );
}
