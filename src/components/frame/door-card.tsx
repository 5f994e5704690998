import type { ReactNode } from 'react';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { ThemeIcon } from '@/components/plain/theme-icon';
import { Title } from '@/components/plain/title';
import classes from './door-card.module.css';

interface DoorCardProps {
  /** A Tabler icon element, decoration only. */
  icon: ReactNode;
  title: string;
  /** A sentence, then the buttons: those stand at the bottom edge of the card. */
  children: ReactNode;
}

/** One way into MedAnchor. */
export function DoorCard({ icon, title, children }: DoorCardProps) {
  return (
    <Paper component="section" p="lg" className={classes['door'] ?? ''} aria-label={title}>
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon size={44} aria-hidden="true">
          {icon}
        </ThemeIcon>
        <Title order={2} size="h3">
          {title}
        </Title>
      </Group>
      {children}
    </Paper>
  );
}
