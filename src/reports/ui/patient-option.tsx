import { Group, Text } from '@mantine/core';
import { formatDay } from '../format-time';

/** One person of a list to pick from: two may bear one name, so the birth date stands beside it. */
export function PatientOption(props: { patient: { name: string; birthDate: string | null } }) {
  const { name, birthDate } = props.patient;
  return (
    <Group justify="space-between" gap="sm" flex={1}>
      <Text component="span" fw={600}>
        {name}
      </Text>
      {birthDate !== null && (
        <Text component="span" size="sm">
          born {formatDay(birthDate)}
        </Text>
      )}
    </Group>
  );
}
