'use client';

import { NativeSelect, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import dayjs from 'dayjs';
import { useState } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import { END_CHOICES, endOfChoice, type EndChoice } from './end-choices';

interface EndInputProps {
  /** Whose permission it is, for screen readers. */
  whose: string;
  /** ISO 8601; null for no end. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is chosen at first. */
  first: EndChoice;
  error: string | undefined;
}

/** Until when a viewer may read: for some days, without an end, or until a date of the reader's own zone. */
export function EndInput({ whose, value, onChange, first, error }: EndInputProps) {
  const [choice, setChoice] = useState<EndChoice>(first);

  function choose(picked: string) {
    const next = END_CHOICES.find((option) => option.value === picked);
    if (next === undefined) return;
    setChoice(next.value);
    onChange(endOfChoice(next.value, value));
  }

  return (
    <Stack gap={6}>
      <NativeSelect
        label="May read"
        aria-label={`How long ${whose} may read`}
        data={END_CHOICES.map(({ value, label }) => ({ value, label }))}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value)}
        error={choice === 'date' ? undefined : error}
      />
      {choice === 'date' && (
        <DateTimePicker
          label="Until"
          aria-label={`Until when ${whose} may read`}
          dropdownType="modal"
          valueFormat="D MMM YYYY HH:mm"
          minDate={new Date()}
          value={value === null ? null : dayjs(value).format('YYYY-MM-DD HH:mm:ss')}
          onChange={(picked) => onChange(picked === null ? value : dayjs(picked).toISOString())}
          error={error}
        />
      )}
      {value !== null && (
        <Text size="sm" c="dimmed">
          until <ZonedTime at={value} />
        </Text>
      )}
    </Stack>
  );
}
