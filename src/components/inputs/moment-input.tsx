'use client';

import { useTranslations } from 'next-intl';
import { Radio, RadioGroup, Stack, TextInput } from '@mantine/core';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { momentsOf, offsetOf, toLocalInput } from '@/platform/time/local-moment';

interface MomentInputProps extends Omit<
  ComponentProps<typeof TextInput>,
  'value' | 'defaultValue' | 'onChange' | 'error' | 'type'
> {
  /** ISO 8601 with the offset of the clock it is read from; without one while it is in doubt; or empty. */
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/**
 * A date and time on the reader's own clock. One that the clocks skipped is refused; of one that occurred twice the
 * reader chooses which.
 */
export function MomentInput({ value, onChange, error, ...input }: MomentInputProps) {
  const t = useTranslations();
  // What the browser's field holds: setting it while a person types would empty half-typed parts.
  const [typed, setTyped] = useState(toLocalInput(value));
  const moments = momentsOf(typed);
  const isSkipped = typed !== '' && moments.length === 0 && offsetOf(value) === '';
  return (
    <Stack gap="xs">
      <TextInput
        {...input}
        type="datetime-local"
        description={
          offsetOf(value) === ''
            ? t('components.momentInput.ownTimeZone')
            : t('components.momentInput.timeZone', { offset: offsetOf(value) })
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        defaultValue={typed}
        onChange={(event) => {
          const next = toLocalInput(event.currentTarget.value);
          const found = momentsOf(next);
          setTyped(next);
          onChange(found.length === 1 ? (found[0] ?? '') : next);
        }}
        error={
          isSkipped
            ? t('components.momentInput.nonexistent')
            : moments.length < 2
              ? error
              : undefined
        }
      />
      {moments.length > 1 && (
        <RadioGroup
          label={t('components.momentInput.ambiguous')}
          size="sm"
          value={value}
          onChange={onChange}
          error={error}
          data-invalid={error !== undefined && error !== null}
        >
          <Stack gap="xs" my={4}>
            {moments.map((moment, place) => (
              <Radio
                key={moment}
                value={moment}
                label={
                  place === 0
                    ? t('components.momentInput.firstTime', { offset: offsetOf(moment) })
                    : t('components.momentInput.secondTime', { offset: offsetOf(moment) })
                }
              />
            ))}
          </Stack>
        </RadioGroup>
      )}
    </Stack>
  );
}
