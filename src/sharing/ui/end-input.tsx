'use client';

import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import {
  END_CHOICES,
  endOfChoice,
  fromLocalField,
  toLocalField,
  type EndChoice,
} from './end-choices';

interface EndInputProps {
  /** ISO 8601; null for no end. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is chosen at first. */
  first: EndChoice;
  error: string | undefined;
}

/** Until when a viewer may read: for some days, without an end, or until a date of the reader's own zone. */
export function EndInput({ value, onChange, first, error }: EndInputProps) {
  const [choice, setChoice] = useState<EndChoice>(first);

  function choose(picked: string) {
    const next = END_CHOICES.find((option) => option.value === picked);
    if (next === undefined) return;
    setChoice(next.value);
    onChange(endOfChoice(next.value, value));
  }

  function pick(local: string) {
    const picked = fromLocalField(local);
    // Half-typed or emptied: what was last whole stays.
    if (picked !== null) onChange(picked);
  }

  return (
    <Stack gap={6}>
      <NativeSelect
        label="May read"
        data={END_CHOICES.map(({ value, label }) => ({ value, label }))}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value)}
        error={choice === 'date' ? undefined : error}
      />
      {choice === 'date' && (
        <TextInput
          label="Until"
          type="datetime-local"
          defaultValue={value === null ? undefined : toLocalField(new Date(value))}
          min={toLocalField(new Date())}
          onChange={(event) => pick(event.currentTarget.value)}
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
