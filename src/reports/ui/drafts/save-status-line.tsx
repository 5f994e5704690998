'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { ZonedTime } from '@/components/zoned-time';
import type { SaveStatus } from './draft-saver';
import type { DraftSaving } from './use-draft-saving';

/** Whether what is typed is kept. Only trouble is read aloud: a word after each pause would disturb. */
export function SaveStatusLine({ status }: { status: SaveStatus }) {
  if (status.kind === 'saved') {
    return (
      <Group gap={6} wrap="nowrap">
        <IconCloudCheck size={18} aria-hidden="true" />
        <Text size="sm">
          Saved <ZonedTime at={status.at} timeOnly />
        </Text>
      </Group>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      <IconCloudUp size={18} aria-hidden="true" />
      <Text size="sm">{status.kind === 'saving' ? 'Saving…' : 'Not saved'}</Text>
    </Group>
  );
}

/** What went wrong with saving and what the doctor can do. */
export function SaveTrouble({ saving: { status, saver } }: { saving: DraftSaving }) {
  if (status.kind === 'conflict') {
    return (
      <Alert
        role="alert"
        color="yellow"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title="This draft was changed in another window"
      >
        <Text size="sm" mb="sm">
          What you type here is not saved until you choose which text to keep.
        </Text>
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              saver.discard();
              window.location.reload();
            }}
          >
            Load the other text
          </Button>
          <Button size="xs" variant="default" onClick={() => saver.overwrite()}>
            Keep the text of this window
          </Button>
        </Group>
      </Alert>
    );
  }
  if (status.kind === 'failed') {
    return (
      <Alert
        role="alert"
        color="red"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title="The draft is not saved"
      >
        {status.message} {status.goesOn && 'Keep this page open: it goes on trying.'}
      </Alert>
    );
  }
  return null;
}
