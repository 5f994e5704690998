import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { ZonedTime } from '@/components/zoned-time';
import type { DoctorRow } from '@/accounts/doctors/list-doctors';
import { AccountStatusBadge } from './account-status-badge';
import { DoctorDecisionButtons } from './doctor-decision-buttons';

/** One doctor with the decisions that an administrator can take. */
export function DoctorCard({ doctor }: { doctor: DoctorRow }) {
  const t = useTranslations();
  const { decidedAt } = doctor;
  const registered = () => <ZonedTime at={doctor.registeredAt} />;
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} miw={0}>
          <Group gap="sm">
            <Title order={2} size="h3">
              {doctor.name}
            </Title>
            <AccountStatusBadge status={doctor.status} />
          </Group>
          <Text size="sm">
            {t('accounts.doctorCard.licence', {
              licenceNumber: doctor.licenceNumber,
              clinic: doctor.clinic,
            })}
          </Text>
          {doctor.licenceHolder !== null && (
            <Text size="sm" fw={600}>
              {t('accounts.doctorCard.licenceTaken', {
                licenceHolder: doctor.licenceHolder,
              })}
            </Text>
          )}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {doctor.email}
          </Text>
          <Text size="sm" c="dimmed">
            {decidedAt === null
              ? t.rich('accounts.doctorCard.registered', { registered })
              : t.rich('accounts.doctorCard.registeredDecided', {
                  registered,
                  decided: () => <ZonedTime at={decidedAt} />,
                })}
          </Text>
        </Stack>
        <DoctorDecisionButtons doctor={doctor} />
      </Group>
    </Paper>
  );
}
