'use client';

import { Container } from '@mantine/core';
import { ErrorNotice } from '@/components/error-notice';
import { failureSentence } from './failure-sentence';

/** Any page that failed: what we may say about it, and a way to try again. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Container component="main" size="sm" py={64}>
      <ErrorNotice title="This page cannot be shown now" onRetry={retry}>
        {failureSentence(error)}
      </ErrorNotice>
    </Container>
  );
}
