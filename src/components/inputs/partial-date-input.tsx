'use client';

import { useTranslations } from 'next-intl';
import { Fieldset, Input, NativeSelect, Group, TextInput, VisuallyHidden } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { formattingLocale } from '@/messages/translator';

interface PartialDateInputProps {
  label: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty at first. */
  defaultValue?: string;
  /** Gets the same; what is no date as long as it is incomplete. */
  onChange: (date: string) => void;
  error?: ReactNode;
  /** Where the form looks for the first wrong field. */
  'data-path'?: string;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** A date in three fields, of which day and month may stay empty: not everyone knows them. */
export function PartialDateInput({
  label,
  defaultValue = '',
  onChange,
  error,
  'data-path': path,
}: PartialDateInputProps) {
  const t = useTranslations();
  const id = useId();
  const [year = '', month = '', day = ''] = defaultValue.split('-');
  const [parts, setParts] = useState({ year, month, day });
  const wrong = error !== undefined && error !== null && error !== false;
  const months = new Intl.DateTimeFormat(formattingLocale(t), { month: 'long', timeZone: 'UTC' });

  function change(part: Partial<typeof parts>) {
    const next = { ...parts, ...part };
    setParts(next);
    onChange(joinDate(next));
  }

  // Read aloud with each field, but shown once below them.
  const common = { error: wrong && <VisuallyHidden>{error}</VisuallyHidden> };
  return (
    <Fieldset
      legend={label}
      variant="unstyled"
      p={0}
      m={0}
      styles={{ legend: { padding: 0, fontWeight: 600 } }}
      aria-describedby={`${id}-hint`}
    >
      <Input.Description id={`${id}-hint`} mb={6}>
        {t('components.partialDateInput.hint')}
      </Input.Description>
      {/* The year moves to a second row where the name of a month would be cut. */}
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('components.partialDateInput.day')}
          w="4rem"
          inputMode="numeric"
          autoComplete="bday-day"
          maxLength={2}
          data-path={path}
          value={parts.day}
          onChange={(event) => change({ day: event.currentTarget.value.trim() })}
          {...common}
        />
        <NativeSelect
          label={t('components.partialDateInput.month')}
          style={{ flex: '1 1 9rem' }}
          autoComplete="bday-month"
          data={[
            { value: '', label: t('components.partialDateInput.notKnown') },
            ...MONTHS.map((value) => ({
              value,
              label: months.format(new Date(`2000-${value}-01T00:00:00Z`)),
            })),
          ]}
          value={parts.month}
          onChange={(event) => change({ month: event.currentTarget.value })}
          {...common}
        />
        <TextInput
          label={t('components.partialDateInput.year')}
          w="5rem"
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
          required
          value={parts.year}
          onChange={(event) => change({ year: event.currentTarget.value.trim() })}
          {...common}
        />
      </Group>
      {wrong && (
        <Input.Error mt={6} aria-hidden="true">
          {error}
        </Input.Error>
      )}
    </Fieldset>
  );
}

/** What was typed as one date; a day without its month is none. */
function joinDate({ year, month, day }: { year: string; month: string; day: string }): string {
  if (day !== '') return `${year}-${month}-${day.padStart(2, '0')}`;
  return month === '' ? year : `${year}-${month}`;
}
