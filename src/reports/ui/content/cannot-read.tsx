'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { ErrorNotice } from '@/components/feedback/error-notice';

/** Shows why a report cannot be displayed now, with a button to try again. */
export function CannotRead({ children }: { children: string }) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <ErrorNotice
      title={t('reports.cannotRead.theReportCannotBeShown')}
      onRetry={() => router.refresh()}
    >
      {children}
    </ErrorNotice>
  );
}

/** Sends the reader of a report that this page cannot read to its PDF. */
export function ReadPdfInstead() {
  const t = useTranslations();
  return (
    <Alert
      color="gray"
      icon={<IconInfoCircle aria-hidden="true" />}
      title={t('reports.cannotRead.pleaseReadThePDF')}
    >
      {t('reports.cannotRead.thisPageCouldNotTakeThe')}
    </Alert>
  );
}
