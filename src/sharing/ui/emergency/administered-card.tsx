import { useTranslations } from 'next-intl';
import { Badge } from '@/components/plain/badge';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import type { AdministeredEmergency } from '@/sharing/emergency/emergencies-to-review';
import { AdministeredButtons } from './administered-buttons';
import { EmergencyBadge } from './emergency-badge';
import { EmergencyFacts } from './emergency-facts';

/** An emergency access with what an administrator can do about it: who, whom, why and when, never what it opens. */
export function AdministeredCard({ access }: { access: AdministeredEmergency }) {
  const t = useTranslations();
  const { doctor, patientName, tier, state, isOverdue, acknowledgements } = access;
  return (
    <Paper component="li" p="md">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4}>
            <Title order={2} size="h3">
              {t(`sharing.emergencyTiers.${tier}`)}
            </Title>
            <Text size="sm">
              {t('sharing.administered.who', {
                ...doctor,
                patient: patientName ?? t('sharing.emergencyFacts.erased'),
              })}
            </Text>
            {tier === 'RECORD' && (
              <Text size="sm" c="dimmed">
                {t('sharing.administered.acknowledgements', { count: acknowledgements })}
              </Text>
            )}
          </Stack>
          <Group gap="xs">
            {isOverdue && <Badge color="red">{t('sharing.administered.overdue')}</Badge>}
            <EmergencyBadge state={state} />
          </Group>
        </Group>
        <EmergencyFacts access={access} />
        <AdministeredButtons access={access} />
      </Stack>
    </Paper>
  );
}
