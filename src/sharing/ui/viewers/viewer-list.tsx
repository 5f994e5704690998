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
import { readableEmail } from '@/accounts/registration/readable-email';
import { ZonedTime } from '@/components/zoned-time';
import type { ListedViewer } from '@/sharing/viewers/list-viewers';
import classes from './viewer-list.module.css';

const LOOKS: Record<ListedViewer['state'], { word: string; color: string; Icon: Icon }> = {
  active: { word: 'May read', color: 'green', Icon: IconCheck },
  pending: { word: 'Waits for the blockchain', color: 'blue', Icon: IconHourglass },
  expired: { word: 'Ended', color: 'gray', Icon: IconClockOff },
  closed: { word: 'Link closed', color: 'red', Icon: IconLock },
  removed: { word: 'Removed', color: 'gray', Icon: IconUserOff },
};

const NO_LONGER = { word: 'Can no longer read', color: 'gray', Icon: IconUserOff };

interface ViewerListProps {
  viewers: ListedViewer[];
  /** The report does not stand any more: nobody of them can read it. */
  ended: boolean;
}

/** Who may read a report, who is about to and who no longer. */
export function ViewerList({ viewers, ended }: ViewerListProps) {
  const t = useTranslations();
  if (viewers.length === 0) {
    return <Text c="dimmed">{t('sharing.viewerList.nobodyOnlyYouAndYourDoctor')}</Text>;
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
  const { word, color, Icon } = ended && state !== 'removed' ? NO_LONGER : LOOKS[state];
  return (
    <li className={classes['line']}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {readableEmail(email)}
        </Text>
        <Badge color={color} leftSection={<Icon size={13} aria-hidden="true" />}>
          {word}
        </Badge>
      </Group>
      <Stack gap={2}>
        {state !== 'removed' && !ended && (
          <Text size="sm" c="dimmed">
            {expiresAt === null ? (
              t('sharing.viewerList.untilYouStopIt')
            ) : (
              <>
                Until <ZonedTime at={expiresAt} />
              </>
            )}
          </Text>
        )}
        {state !== 'pending' && (
          <Text size="sm" c="dimmed">
            {lastOpenedAt === null ? (
              t('sharing.viewerList.neverOpenedIt')
            ) : (
              <>
                Last opened <ZonedTime at={lastOpenedAt} />
              </>
            )}
          </Text>
        )}
        {state === 'closed' && !ended && (
          <Text size="sm">{t('sharing.viewerList.tooManyWrongCodesWereEntered')}</Text>
        )}
      </Stack>
    </li>
  );
}
