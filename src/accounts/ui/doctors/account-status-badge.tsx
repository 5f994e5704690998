import { useTranslations } from 'next-intl';
import {
  IconBan,
  IconCheck,
  IconClock,
  IconEraser,
  IconMailQuestion,
  type Icon,
} from '@tabler/icons-react';
import { WordBadge } from '@/components/feedback/word-badge';
import type { AccountStatus } from '@/generated/prisma/enums';

const LOOK: Record<AccountStatus, readonly [color: string, icon: Icon]> = {
  UNCONFIRMED: ['gray', IconMailQuestion],
  PENDING: ['yellow', IconClock],
  ACTIVE: ['green', IconCheck],
  SUSPENDED: ['red', IconBan],
  ERASED: ['gray', IconEraser],
};

/** An account's status as word, icon and colour. */
export function AccountStatusBadge({ status }: { status: AccountStatus }) {
  const t = useTranslations();
  return <WordBadge look={LOOK[status]}>{t(`accounts.statuses.${status}`)}</WordBadge>;
}
