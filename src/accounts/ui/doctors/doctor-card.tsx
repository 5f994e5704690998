import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { ZonedTime } from '@/components/zoned-time';
import type { DoctorRow } from '@/accounts/doctors/list-doctors';
import { AccountStatusBadge } from './account-status-badge';
import { DecideDoctor } from './decide-doctor';

/** One doctor with the decisions that an administrator can take. */
export function DoctorCard({ doctor }: { doctor: DoctorRow }) {
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
            Licence {doctor.licenceNumber} · {doctor.clinic}
          </Text>
          {doctor.licenceHolder !== null && (
            <Text size="sm" fw={600}>
              {doctor.licenceHolder} is approved with this licence number already.
            </Text>
          )}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {doctor.email}
          </Text>
          <Text size="sm" c="dimmed">
            Registered <ZonedTime at={doctor.registeredAt} />
            {doctor.decidedAt !== null && (
              <>
                {' · last decision '}
                <ZonedTime at={doctor.decidedAt} />
              </>
            )}
          </Text>
        </Stack>
        <DecideDoctor doctor={doctor} />
      </Group>
    </Paper>
  );
}
