import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface AccountCardProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** The narrow card that holds a form about one's own account. */
export function AccountCard({ title, lead, children }: AccountCardProps) {
  return (
    <Paper maw={460} mx="auto" p={{ base: 'lg', sm: 'xl' }}>
      <Stack gap="lg">
        <Stack gap={6}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {children}
      </Stack>
    </Paper>
  );
}
