import type { ReactNode } from 'react';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';

interface PageHeaderProps {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** Buttons at the right; below the title on a phone. */
  actions?: ReactNode;
}

/** A page's one h1. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-end" mb="xl" gap="md">
      <Stack gap={6} maw={640}>
        <Title order={1}>{title}</Title>
        {lead !== undefined && <Text c="dimmed">{lead}</Text>}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
