'use client';

import { useTranslations } from 'next-intl';
import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useSecondsLeft } from './use-seconds-left';

const LAST_CALL_S = 60;

/** The time that is left of a session; announced to screen readers once, a minute before its end. */
export function TimeLeft({ until, onOver }: { until: string; onOver: () => void }) {
  const t = useTranslations();
  const left = useSecondsLeft(until, onOver);
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <Group gap={6} wrap="nowrap">
      <IconHourglass size={18} aria-hidden="true" />
      <Text size="sm" role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('sharing.timeLeft.openFor', { minutes: Math.floor(left / 60), seconds })}
      </Text>
      <VisuallyHidden role="status">
        {left <= LAST_CALL_S && t('sharing.timeLeft.lastMinute')}
      </VisuallyHidden>
    </Group>
  );
}
