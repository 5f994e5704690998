import { useTranslations } from 'next-intl';
import {
  IconAlertTriangle,
  IconAnchor,
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconEraser,
  IconLoader,
  IconPencil,
  IconReplace,
  IconTrash,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReportState } from '@/generated/prisma/enums';
import { WordBadge } from './word-badge';

const LOOK: Record<ReportState, readonly [color: string, icon: Icon]> = {
  DRAFT: ['gray', IconPencil],
  DISCARDED: ['gray', IconTrash],
  FORWARDED: ['yellow', IconClock],
  REJECTED: ['red', IconX],
  APPROVED: ['blue', IconCheck],
  WITHDRAWN: ['gray', IconArrowBackUp],
  ANCHORING: ['harbour', IconLoader],
  ANCHORED: ['green', IconAnchor],
  RETRACTED: ['red', IconAlertTriangle],
  SUPERSEDED: ['gray', IconReplace],
  ERASED: ['gray', IconEraser],
};

interface StateBadgeProps {
  state: ReportState;
  /** Worded for the report's own patient. */
  forPatient?: boolean;
}

/** A report's state as word, icon and colour. */
export function StateBadge({ state, forPatient = false }: StateBadgeProps) {
  const t = useTranslations();
  return (
    <WordBadge look={LOOK[state]}>
      {forPatient && state === 'FORWARDED'
        ? t('components.reportStates.waitingForYou')
        : t(`components.reportStates.${state}`)}
    </WordBadge>
  );
}
