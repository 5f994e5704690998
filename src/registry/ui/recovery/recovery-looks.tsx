import { useTranslations } from 'next-intl';
import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHourglass,
  IconReplace,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { RecoveryState } from '@/generated/prisma/enums';
import type { RecoveryPhase } from '../../recovery/recovery-phase';

const LOOKS: Record<RecoveryState, { color: string; Icon: Icon }> = {
  REQUESTED: { color: 'blue', Icon: IconHourglass },
  DECLINED: { color: 'red', Icon: IconX },
  CANCELLED: { color: 'gray', Icon: IconArrowBackUp },
  PROPOSED: { color: 'yellow', Icon: IconClock },
  VETOED: { color: 'red', Icon: IconHandStop },
  EXECUTED: { color: 'green', Icon: IconCheck },
  REPLACED: { color: 'gray', Icon: IconReplace },
  UNDONE: { color: 'gray', Icon: IconArrowBackUp },
};

interface RecoveryBadgeProps {
  state: RecoveryState;
  phase: RecoveryPhase | null;
  /** The patient asked for it here. */
  wasAsked: boolean;
}

/** The state of a recovery by word, icon and colour. */
export function RecoveryBadge({ state, phase, wasAsked }: RecoveryBadgeProps) {
  const t = useTranslations();
  const { color, Icon } = LOOKS[state];
  if (!wasAsked && (phase === 'ready' || state === 'EXECUTED')) {
    return (
      <Badge color="red" leftSection={<IconAlertTriangle size={13} aria-hidden="true" />}>
        {phase === 'ready'
          ? t('registry.recoveryLooks.anotherWalletCanTakeOver')
          : t('registry.recoveryLooks.anotherWalletTookOver')}
      </Badge>
    );
  }
  if (phase === 'ready') {
    return (
      <Badge color="green" leftSection={<IconCheck size={13} aria-hidden="true" />}>
        {t('registry.recoveryLooks.canBeFinished')}
      </Badge>
    );
  }
  if (phase === 'lapsed' || phase === 'retired' || phase === 'void') {
    return (
      <Badge color="gray" leftSection={<IconX size={13} aria-hidden="true" />}>
        {phase === 'lapsed'
          ? t('registry.recoveryLooks.lapsed')
          : t('registry.recoveryLooks.cannotBeFinished')}
      </Badge>
    );
  }
  return (
    <Badge color={color} leftSection={<Icon size={13} aria-hidden="true" />}>
      {t(`registry.recoveryLooks.states.${state}`)}
    </Badge>
  );
}
