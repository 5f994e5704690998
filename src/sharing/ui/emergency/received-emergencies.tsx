import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { Section } from '@/components/section';
import type { ShownEmergency } from '@/sharing/emergency/shown-emergency';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';
import { EmergencyBadge } from './emergency-badge';
import { EmergencyFacts } from './emergency-facts';
import { EndEmergencyButton } from './end-emergency-button';

/** What doctors have opened of a patient in emergencies: who, why, until when, and the verdict. */
export function ReceivedEmergencies({ accesses }: { accesses: readonly ShownEmergency[] }) {
  const t = useTranslations();
  if (accesses.length === 0) return null;
  return (
    <Section title={t('sharing.receivedEmergencies.title')}>
      <ol className={classes['list']}>
        {accesses.map((access) => (
          <li key={access.accessId} className={classes['line']}>
            <Stack gap="sm">
              <Group justify="space-between" gap="sm" align="flex-start">
                <Stack gap={0}>
                  <Title order={3}>{t('app.patientRequest.who', access.doctor)}</Title>
                  <Text size="sm">{t(`sharing.emergencyTiers.${access.tier}`)}</Text>
                </Stack>
                <EmergencyBadge state={access.state} />
              </Group>
              <EmergencyFacts access={access} />
              {(access.state === 'OPEN' || access.state === 'ASKED') && (
                <Group>
                  <EndEmergencyButton
                    accessId={access.accessId}
                    how={access.state === 'OPEN' ? 'end' : 'decline'}
                  />
                </Group>
              )}
            </Stack>
          </li>
        ))}
      </ol>
    </Section>
  );
}
