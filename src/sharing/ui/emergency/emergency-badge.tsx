import { useTranslations } from 'next-intl';
import {
  IconArrowBackUp,
  IconCalendarOff,
  IconClock,
  IconLockOff,
  IconLockOpen,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { WordBadge } from '@/components/feedback/word-badge';
import type { EmergencyState } from '@/generated/prisma/enums';

const LOOK: Record<EmergencyState, readonly [color: string, icon: Icon]> = {
  ASKED: ['yellow', IconClock],
  OPEN: ['green', IconLockOpen],
  ENDED: ['gray', IconLockOff],
  DECLINED: ['red', IconX],
  WITHDRAWN: ['gray', IconArrowBackUp],
  EXPIRED: ['gray', IconCalendarOff],
};

/** The state of an emergency access as word, icon and colour. */
export function EmergencyBadge({ state }: { state: EmergencyState }) {
  const t = useTranslations();
  return <WordBadge look={LOOK[state]}>{t(`sharing.emergencyStates.${state}`)}</WordBadge>;
}
