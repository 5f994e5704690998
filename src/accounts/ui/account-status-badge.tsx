import { Badge } from '@mantine/core';
import { IconBan, IconCheck, IconClock, IconMailQuestion, type Icon } from '@tabler/icons-react';
import type { AccountStatus } from '@/generated/prisma/enums';

const LOOK: Record<AccountStatus, readonly [word: string, color: string, icon: Icon]> = {
  UNCONFIRMED: ['E-mail not confirmed', 'gray', IconMailQuestion],
  PENDING: ['Waits for approval', 'yellow', IconClock],
  ACTIVE: ['Active', 'green', IconCheck],
  SUSPENDED: ['Suspended', 'red', IconBan],
};

/** An account's status as word, icon and colour. */
export function AccountStatusBadge({ status }: { status: AccountStatus }) {
  const [word, color, StatusIcon] = LOOK[status];
  return (
    <Badge color={color} size="lg" leftSection={<StatusIcon size={14} aria-hidden="true" />}>
      {word}
    </Badge>
  );
}
