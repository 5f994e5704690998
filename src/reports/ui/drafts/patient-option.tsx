import { useTranslations } from 'next-intl';
import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface PatientOptionProps {
  name: string;
  /** e.g. `born 1984`; null when nothing is known. */
  born: string | null;
  /** What distinguishes this person from others of the same name. */
  marks: ReactNode;
  hasNamesake?: boolean;
}

/** One person of a list to pick from, with what distinguishes people of the same name. */
export function PatientOption({ name, born, marks, hasNamesake = false }: PatientOptionProps) {
  const t = useTranslations();
  return (
    <Stack gap={2} flex={1} py={4}>
      <Group justify="space-between" gap="sm">
        <Text component="span" fw={600}>
          {name}
        </Text>
        {born !== null && (
          <Text component="span" size="sm">
            {born}
          </Text>
        )}
      </Group>
      <Group justify="space-between" gap="sm">
        <Text component="span" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {marks}
        </Text>
        {hasNamesake && (
          <Badge
            component="span"
            color="yellow.9"
            variant="outline"
            tt="none"
            leftSection={<IconUsers size={14} aria-hidden="true" />}
          >
            {t('reports.patientOption.sameNameAndYear')}
          </Badge>
        )}
      </Group>
    </Stack>
  );
}
