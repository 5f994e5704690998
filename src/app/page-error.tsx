'use client';

import { Group, Stack, Title } from '@mantine/core';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { LinkButton } from '@/components/link-button';
import { failureSentence } from './failure-sentence';

/** What stands in the place of a page that failed: what we may say about it, and two ways on. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Stack maw={640} gap="lg">
      <Title order={1}>This page cannot be shown now</Title>
      <ErrorNotice title="What happened" onRetry={retry}>
        {failureSentence(error)}
      </ErrorNotice>
      <Group>
        <LinkButton href="/" variant="subtle">
          To the first page
        </LinkButton>
      </Group>
    </Stack>
  );
}
