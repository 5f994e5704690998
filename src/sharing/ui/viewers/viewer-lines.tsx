import { useTranslations } from 'next-intl';
import { Badge, Group, Stack, Text } from '@mantine/core';
import {
  IconCheck,
  IconClockOff,
  IconHourglass,
  IconLock,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { readableEmail } from '@/accounts/email/readable-email';
import { ZonedTime } from '@/components/zoned-time';
import type { ListedViewer } from '@/sharing/viewers/list-viewers';
import classes from './viewer-lines.module.css';

const LOOKS: Record<ListedViewer['state'], { color: string; Icon: Icon }> = {
  active: { color: 'green', Icon: IconCheck },
  pending: { color: 'blue', Icon: IconHourglass },
  expired: { color: 'gray', Icon: IconClockOff },
  closed: { color: 'red', Icon: IconLock },
  removed: { color: 'gray', Icon: IconUserOff },
};

interface ViewerLinesProps {
  viewers: ListedViewer[];
  /** The report is no longer valid, so that none of them can read it. */
  ended: boolean;
}

/** The present, pending and former viewers of a report. */
export function ViewerLines({ viewers, ended }: ViewerLinesProps) {
  const t = useTranslations();
  if (viewers.length === 0) {
    return <Text c="dimmed">{t('sharing.viewerLines.empty')}</Text>;
  }
  return (
    <ul className={classes['list']}>
      {viewers.map((viewer) => (
        <ViewerLine key={viewer.grantId} viewer={viewer} ended={ended} />
      ))}
    </ul>
  );
}

function ViewerLine({ viewer, ended }: { viewer: ListedViewer; ended: boolean }) {
  const t = useTranslations();
  const { email, state, expiresAt, lastOpenedAt } = viewer;
  const noLongerReads = ended && state !== 'removed';
  const { color, Icon } = LOOKS[noLongerReads ? 'removed' : state];
  return (
    <li className={classes['line']}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {readableEmail(email)}
        </Text>
        <Badge color={color} leftSection={<Icon size={13} aria-hidden="true" />}>
          {noLongerReads
            ? t('sharing.viewerLines.noLongerReads')
            : t(`sharing.viewerLines.states.${state}`)}
        </Badge>
      </Group>
      <Stack gap={2}>
        {state !== 'removed' && !ended && (
          <Text size="sm" c="dimmed">
            {expiresAt === null
              ? t('sharing.viewerLines.untilStopped')
              : t.rich('sharing.viewerLines.until', { time: () => <ZonedTime at={expiresAt} /> })}
          </Text>
        )}
        {state !== 'pending' && (
          <Text size="sm" c="dimmed">
            {lastOpenedAt === null
              ? t('sharing.viewerLines.neverOpened')
              : t.rich('sharing.viewerLines.lastOpened', {
                  time: () => <ZonedTime at={lastOpenedAt} />,
                })}
          </Text>
        )}
        {state === 'closed' && !ended && <Text size="sm">{t('sharing.viewerLines.closed')}</Text>}
      </Stack>
    </li>
  );
}
