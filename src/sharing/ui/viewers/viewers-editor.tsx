'use client';

import { useTranslations } from 'next-intl';
import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { MomentInput } from '@/components/inputs/moment-input';
import { onClock, toLocalInput } from '@/platform/time/local-moment';
import { MAX_VIEWERS } from '@/sharing/grants/viewers';
import { END_CHOICES, FIRST_END } from './end-choices';
import type { useViewerList } from './use-viewer-list';
import { ViewerRow } from './viewer-row';
import classes from './viewers-editor.module.css';

type ViewersEditorProps = ReturnType<typeof useViewerList>['editor'];

/** Edits the viewers of a report: the list, and the fields for one more. */
export function ViewersEditor(props: ViewersEditorProps) {
  const t = useTranslations();
  const { rows, draft, errors, onType, onAdd, onRemove, onEdit } = props;
  const ends = useId();
  const email = useRef<HTMLInputElement>(null);
  const full = rows.length >= MAX_VIEWERS;

  function add() {
    onAdd();
    email.current?.focus();
  }

  function addOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  }

  return (
    <Stack gap="md">
      <TextInput
        ref={email}
        label={t('common.eMailAddress')}
        type="email"
        inputMode="email"
        autoComplete="off"
        size="md"
        disabled={full}
        value={draft.email}
        error={errors['draft.email']}
        onChange={(event) => onType({ email: event.currentTarget.value })}
        onKeyDown={addOnEnter}
      />
      <div role="radiogroup" aria-labelledby={ends}>
        <Text id={ends} size="sm" fw={500} mb={6}>
          {t('sharing.viewersEditor.endLabel')}
        </Text>
        <Chip.Group
          value={draft.end}
          onChange={(picked) => {
            onType({ end: END_CHOICES.find(({ value }) => value === picked)?.value ?? FIRST_END });
          }}
        >
          <Group gap={8}>
            {END_CHOICES.map(({ value }) => (
              <Chip
                key={value}
                value={value}
                size="md"
                variant="outline"
                classNames={{ label: classes['end'] ?? '' }}
              >
                {t(`sharing.viewersEditor.ends.${value}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      {draft.end === 'date' && (
        <MomentInput
          key={draft.turn}
          label={t('sharing.viewersEditor.dateLabel')}
          size="md"
          value={draft.date}
          min={toLocalInput(onClock(new Date().toISOString()))}
          error={errors['draft.expiresAt']}
          onChange={(date) => onType({ date })}
        />
      )}
      {errors['viewers'] !== undefined && (
        <Text role="alert" size="sm" c="red">
          {errors['viewers']}
        </Text>
      )}
      <Button
        variant="light"
        size="md"
        leftSection={<IconUserPlus size={18} aria-hidden="true" />}
        disabled={full}
        onClick={add}
      >
        {t('sharing.viewersEditor.add')}
      </Button>
      {full && (
        <Text size="sm" c="dimmed">
          {t('sharing.viewers.atMost', { maximum: MAX_VIEWERS })}
        </Text>
      )}
      {rows.length > 0 && (
        <ul className={classes['list']} aria-label={t('sharing.viewersEditor.list')}>
          {rows.map((row, place) => (
            <ViewerRow
              key={row.email}
              row={row}
              error={errors[`viewers.${place}.email`] ?? errors[`viewers.${place}.expiresAt`]}
              onEdit={() => {
                onEdit(place);
                email.current?.focus();
              }}
              onRemove={() => {
                onRemove(place);
                email.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </Stack>
  );
}
