import type { ReactNode } from 'react';
import { Paper } from '@/components/plain/paper';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { ThemeIcon } from '@/components/plain/theme-icon';
import { Title } from '@/components/plain/title';

interface EmptyStateProps {
  /** A Tabler icon element, decoration only. */
  icon: ReactNode;
  title: string;
  /** What would be here, and how it gets here. */
  children: ReactNode;
  action?: ReactNode;
  /** 1 where this is all that the page has. */
  order?: 1 | 2;
}

/** What a list shows when there is nothing in it. */
export function EmptyState({ icon, title, children, action, order = 2 }: EmptyStateProps) {
  return (
    <Paper p="xl" bg="transparent">
      <Stack align="center" gap="xs" py="md" ta="center">
        <ThemeIcon size={48} radius="xl" aria-hidden="true">
          {icon}
        </ThemeIcon>
        <Title order={order} size="h3">
          {title}
        </Title>
        <Text c="dimmed" maw={440}>
          {children}
        </Text>
        {action !== undefined && (
          <div style={{ marginTop: 'var(--mantine-spacing-sm)' }}>{action}</div>
        )}
      </Stack>
    </Paper>
  );
}
