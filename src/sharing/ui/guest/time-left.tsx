'use client';

import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useSecondsLeft } from './use-seconds-left';

const LAST_CALL_S = 60;

/** The time that is left of a session; said aloud once, a minute before its end. */
export function TimeLeft({ until, onOver }: { until: string; onOver: () => void }) {
  const left = useSecondsLeft(until, onOver);
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <Group gap={6} wrap="nowrap">
      <IconHourglass size={18} aria-hidden="true" />
      <Text size="sm" role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
        Open for {Math.floor(left / 60)}:{seconds} min
      </Text>
      <VisuallyHidden role="status">
        {left <= LAST_CALL_S && 'The report closes in less than a minute.'}
      </VisuallyHidden>
    </Group>
  );
}
