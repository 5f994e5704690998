import { useTranslations } from 'next-intl';
import { Group, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconEye,
  IconMailOpened,
  IconServer,
  IconStethoscope,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageLinks } from '@/components/frame/page-links';
import { ZonedTime } from '@/components/zoned-time';
import type { AccessLogEntry, AccessLogPage } from '@/sharing/access-log/access-log-entry';
import classes from '@/sharing/ui/viewers/viewer-list.module.css';

const LOOKS: Record<AccessLogEntry['who'], { word: string; color: string; Icon: Icon }> = {
  you: { word: 'Patient', color: 'harbour', Icon: IconUser },
  doctor: { word: 'Doctor', color: 'blue', Icon: IconStethoscope },
  guest: { word: 'Viewer', color: 'yellow', Icon: IconMailOpened },
  system: { word: 'MedAnchor itself', color: 'gray', Icon: IconServer },
};

/**
 * Who did what with a report and when, newest first.
 * @param log from readAccessLog; its page is kept in the address as `page`
 */
export function AccessLog({ log }: { log: AccessLogPage }) {
  const t = useTranslations();
  if (log.entries.length === 0) {
    return (
      <EmptyState icon={<IconEye size={26} />} title={t('sharing.accessLog.nothingHasHappenedYet')}>
        {t('sharing.accessLog.everybodyWhoOpensThisReportAnd')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className={classes['list']}>
        {log.entries.map((entry) => (
          <LogLine key={entry.id} entry={entry} />
        ))}
      </ol>
      <PageLinks page={log.page} pageCount={log.pageCount} />
    </>
  );
}

function LogLine({ entry }: { entry: AccessLogEntry }) {
  const { word, color, Icon } = LOOKS[entry.who];
  return (
    <li className={classes['line']}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color={color} radius="xl" aria-hidden="true">
          <Icon size={16} />
        </ThemeIcon>
        <Stack gap={0}>
          <Text style={{ overflowWrap: 'anywhere' }}>
            <Text span fw={600}>
              {entry.name}
            </Text>{' '}
            {entry.did}
          </Text>
          <Text size="sm" c="dimmed">
            {entry.who === 'you' || entry.who === 'system' ? '' : `${word} · `}
            <ZonedTime at={entry.at} />
          </Text>
        </Stack>
      </Group>
    </li>
  );
}
