'use client';

import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { ErrorNotice } from '@/components/feedback/error-notice';

/** Says why a report cannot be shown now, and tries again. */
export function CannotRead({ children }: { children: string }) {
  const router = useRouter();
  return (
    <ErrorNotice title="The report cannot be shown" onRetry={() => router.refresh()}>
      {children}
    </ErrorNotice>
  );
}

/** Sends the reader of a report that this page cannot read to its PDF. */
export function ReadPdfInstead() {
  return (
    <Alert color="gray" icon={<IconInfoCircle aria-hidden="true" />} title="Please read the PDF">
      This page could not take the report apart. The original PDF below holds all of it.
    </Alert>
  );
}
