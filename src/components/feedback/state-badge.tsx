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
import { Badge } from '@/components/plain/badge';
import type { ReportState } from '@/generated/prisma/enums';

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
  const [color, StateIcon] = LOOK[state];
  return (
    <Badge
      component="span"
      color={color}
      size="lg"
      leftSection={<StateIcon size={14} aria-hidden="true" />}
    >
      {forPatient && state === 'FORWARDED'
        ? t('components.reportStates.waitingForYou')
        : t(`components.reportStates.${state}`)}
    </Badge>
  );
}
