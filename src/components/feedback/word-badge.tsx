import type { ReactNode } from 'react';
import type { Icon } from '@tabler/icons-react';
import { Badge } from '@/components/plain/badge';

interface WordBadgeProps {
  /** One of the theme's colours, and an icon: a state is never told by colour alone. */
  look: readonly [color: string, icon: Icon];
  children: ReactNode;
}

/** A state as word, icon and colour. */
export function WordBadge({ look: [color, StateIcon], children }: WordBadgeProps) {
  return (
    <Badge
      component="span"
      color={color}
      size="lg"
      leftSection={<StateIcon size={14} aria-hidden="true" />}
    >
      {children}
    </Badge>
  );
}
