'use client';

import { useTranslations } from 'next-intl';
import { ActionIcon, Text } from '@mantine/core';
import { IconClockEdit, IconX } from '@tabler/icons-react';
import { readableEmail } from '@/accounts/email/readable-email';
import { ZonedTime } from '@/components/zoned-time';
import type { ListedRow } from './use-viewer-list';
import classes from './viewers-editor.module.css';

interface ViewerRowProps {
  row: ListedRow;
  error: string | undefined;
  onEdit: () => void;
  onRemove: () => void;
}

/** A viewer in the list, with the buttons to change or remove them. */
export function ViewerRow({ row: { email, expiresAt }, error, onEdit, onRemove }: ViewerRowProps) {
  const t = useTranslations();
  return (
    <li className={classes['viewer']}>
      <div className={classes['who']}>
        <Text fw={600}>{readableEmail(email)}</Text>
        <Text size="sm" c="dimmed">
          {expiresAt === null
            ? t('sharing.viewerRow.untilStopped')
            : t.rich('sharing.viewerRow.untilTime', {
                time: () => <ZonedTime at={expiresAt} />,
              })}
        </Text>
        {error !== undefined && (
          <Text role="alert" size="sm" c="red">
            {error}
          </Text>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        size={44}
        aria-label={t('sharing.viewerRow.changeEnd', { email })}
        onClick={onEdit}
      >
        <IconClockEdit size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        size={44}
        aria-label={t('sharing.viewerRow.remove', { email })}
        onClick={onRemove}
      >
        <IconX size={20} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
