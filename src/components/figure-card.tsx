import type { ReactNode } from 'react';
import { Paper } from '@/components/plain/paper';
import { Text } from '@/components/plain/text';

interface FigureCardProps {
  label: string;
  /** The number, large. */
  value: ReactNode;
  /** What it means, or what to do about it. */
  hint?: ReactNode;
}

/** One number that matters. */
export function FigureCard({ label, value, hint }: FigureCardProps) {
  return (
    <Paper p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="1.6rem" fw={640} lh={1.3}>
        {value}
      </Text>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
