'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import { ZonedTime } from '@/components/zoned-time';
import type { SaveStatus } from './draft-saver';
import type { DraftSaving } from './use-draft-saving';

/** Whether the draft is saved. Not announced to screen readers, because it changes after each pause in typing. */
export function SaveStatusLine({ status }: { status: SaveStatus }) {
  const t = useTranslations();
  if (status.kind === 'saved') {
    return (
      <Group gap={6} wrap="nowrap">
        <IconCloudCheck size={18} aria-hidden="true" />
        <Text size="sm">
          {t.rich('reports.saveStatusLine.saved', {
            time: () => <ZonedTime at={status.at} timeOnly />,
          })}
        </Text>
      </Group>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      <IconCloudUp size={18} aria-hidden="true" />
      <Text size="sm">
        {status.kind === 'saving'
          ? t('reports.saveStatusLine.saving')
          : t('reports.saveStatusLine.notSaved')}
      </Text>
    </Group>
  );
}

/** Why the draft is not saved, and what the doctor can do. */
export function SaveTrouble({ saving: { status, saver } }: { saving: DraftSaving }) {
  const t = useTranslations();
  if (status.kind === 'conflict') {
    return (
      <Alert
        role="alert"
        color="yellow"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title={t('reports.saveStatusLine.conflictTitle')}
      >
        <Text size="sm" mb="sm">
          {t('reports.saveStatusLine.conflict')}
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
            {t('reports.saveStatusLine.loadOtherText')}
          </Button>
          <Button size="xs" variant="default" onClick={() => saver.overwrite()}>
            {t('reports.saveStatusLine.keepThisText')}
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
        title={t('reports.saveStatusLine.failedTitle')}
      >
        {status.sentence(t)} {status.goesOn && t('reports.saveStatusLine.retrying')}
      </Alert>
    );
  }
  return null;
}
