import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { ShownEmergency } from '@/sharing/emergency/shown-emergency';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';
import { EmergencyBadge } from './emergency-badge';

/** A doctor's emergency accesses, each a line that leads to its page. */
export function EmergencyLines({ accesses }: { accesses: readonly ShownEmergency[] }) {
  const t = useTranslations();
  return (
    <ol className={classes['list']}>
      {accesses.map(({ accessId, tier, state, patientName, askedAt, endsAt }) => (
        <li key={accessId} className={classes['line']}>
          <Group justify="space-between" gap="sm" align="flex-start">
            <Stack gap={0}>
              <TextLink alone href={`/doctor/emergency/${accessId}`}>
                {patientName ?? t('sharing.emergencyFacts.erased')}
              </TextLink>
              <Text size="sm">{t(`sharing.emergencyTiers.${tier}`)}</Text>
              <Text size="sm" c="dimmed">
                {state === 'OPEN' && endsAt !== null
                  ? t.rich('sharing.openedSummary.until', { time: () => <ZonedTime at={endsAt} /> })
                  : t.rich('sharing.requestLines.asked', {
                      time: () => <ZonedTime at={askedAt} />,
                    })}
              </Text>
            </Stack>
            <EmergencyBadge state={state} />
          </Group>
        </li>
      ))}
    </ol>
  );
}
