import { useTranslations } from 'next-intl';
import { Anchor, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconEye,
  IconMailOpened,
  IconServer,
  IconStethoscope,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageSteps } from '@/components/frame/page-steps';
import { ZonedTime } from '@/components/zoned-time';
import type { AccessLogEntry, AccessLogPage } from '@/sharing/access-log/access-log-entry';
import { nameInLog } from '@/sharing/access-log/name-in-log';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';

const LOOKS: Record<AccessLogEntry['who'], { color: string; Icon: Icon }> = {
  you: { color: 'harbour', Icon: IconUser },
  doctor: { color: 'blue', Icon: IconStethoscope },
  guest: { color: 'yellow', Icon: IconMailOpened },
  system: { color: 'gray', Icon: IconServer },
  stranger: { color: 'red', Icon: IconAlertTriangle },
};

/** Whoever broke a rule: it stands out. */
const VIOLATION = LOOKS.stranger;

/**
 * A report's access log: who did what and when, newest first.
 * @param reportId whose log it is
 * @param log from readAccessLog; its page is kept in the address as `page`
 */
export function AccessLog({ reportId, log }: { reportId: string; log: AccessLogPage }) {
  const t = useTranslations();
  if (log.entries.length === 0) {
    return (
      <EmptyState icon={<IconEye size={26} />} title={t('sharing.accessLog.emptyTitle')}>
        {t('sharing.accessLog.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className={classes['list']}>
        {log.entries.map((entry) => (
          <LogLine key={entry.id} reportId={reportId} entry={entry} />
        ))}
      </ol>
      {log.entries.some(({ sealedAt }) => sealedAt !== null) && (
        <Text size="sm" c="dimmed">
          {t.rich('sharing.accessLog.checkReceipt', {
            link: (chunks) => (
              <Anchor href="/trail-receipt.html" underline="always" inherit>
                {chunks}
              </Anchor>
            ),
          })}
        </Text>
      )}
      <PageSteps newer={log.newer} older={log.older} />
    </>
  );
}

function LogLine({ reportId, entry }: { reportId: string; entry: AccessLogEntry }) {
  const t = useTranslations();
  const { who, action, viewer, at, place, sealedAt } = entry;
  const { color, Icon } = action.startsWith('violation.') ? VIOLATION : LOOKS[who];
  return (
    <li className={classes['line']}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color={color} radius="xl" aria-hidden="true">
          <Icon size={16} />
        </ThemeIcon>
        <Stack gap={0}>
          <Text style={{ overflowWrap: 'anywhere' }}>
            {t.rich(`sharing.accessLog.actions.${action}`, {
              name: nameInLog(entry, t),
              viewer: viewer ?? t('sharing.accessLog.formerViewer'),
              who: (chunks) => (
                <Text span fw={600}>
                  {chunks}
                </Text>
              ),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {(who === 'doctor' || who === 'guest') && <>{t(`sharing.accessLog.${who}`)} · </>}
            <ZonedTime at={at} />
          </Text>
          {sealedAt !== null && (
            <Text size="sm" c="dimmed">
              {t.rich('sharing.accessLog.sealedOn', {
                time: () => <ZonedTime at={sealedAt} />,
              })}{' '}
              ·{' '}
              <Anchor
                href={`/api/reports/${reportId}/events/${place}/receipt`}
                download
                underline="always"
                inherit
              >
                {t('sharing.accessLog.receipt')}
              </Anchor>
            </Text>
          )}
        </Stack>
      </Group>
    </li>
  );
}
