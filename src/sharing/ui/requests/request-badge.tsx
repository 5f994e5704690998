import { useTranslations } from 'next-intl';
import {
  IconArrowBackUp,
  IconCalendarOff,
  IconCheck,
  IconClock,
  IconLockOff,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { WordBadge } from '@/components/feedback/word-badge';
import type { AccessRequestState } from '@/generated/prisma/enums';

const LOOK: Record<AccessRequestState, readonly [color: string, icon: Icon]> = {
  ASKED: ['yellow', IconClock],
  GRANTED: ['green', IconCheck],
  DENIED: ['red', IconX],
  EXPIRED: ['gray', IconCalendarOff],
  WITHDRAWN: ['gray', IconArrowBackUp],
  ENDED: ['gray', IconLockOff],
};

/** The state of a request for access as word, icon and colour. */
export function RequestBadge({ state }: { state: AccessRequestState }) {
  const t = useTranslations();
  return <WordBadge look={LOOK[state]}>{t(`sharing.requestStates.${state}`)}</WordBadge>;
}
