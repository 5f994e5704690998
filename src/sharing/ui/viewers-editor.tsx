'use client';

import { Button, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { MAX_VIEWERS } from '../viewers';
import { firstEnd } from './end-choices';
import { EndInput } from './end-input';
import type { ViewerRow } from './use-viewer-list';
import classes from './viewers-editor.module.css';

interface ViewersEditorProps {
  /** The whole list as typed. Rows are added and taken away only by this editor. */
  value: ViewerRow[];
  onChange: (value: ViewerRow[]) => void;
  /** `viewers.<place>.email` or `.expiresAt`, or `viewers` → what is wrong. */
  faults: Record<string, string>;
}

let rowsMade = 0;

/** Who may see a report: e-mail addresses, each with an end or without. */
export function ViewersEditor({ value, onChange, faults }: ViewersEditorProps) {
  const [keys, setKeys] = useState(() => value.map(newKey));
  const [added, setAdded] = useState<string | null>(null);

  function add() {
    const key = newKey();
    setKeys([...keys, key]);
    setAdded(key);
    onChange([...value, { email: '', expiresAt: firstEnd() }]);
  }

  function remove(place: number) {
    setKeys(keys.filter((_, index) => index !== place));
    onChange(value.filter((_, index) => index !== place));
  }

  function change(place: number, fields: Partial<ViewerRow>) {
    onChange(value.map((row, index) => (index === place ? { ...row, ...fields } : row)));
  }

  return (
    <Stack gap="sm" align="flex-start">
      {value.length === 0 && <Text size="sm">Nobody: only you and your doctor.</Text>}
      {value.map((row, place) => (
        <Fieldset
          key={keys[place]}
          legend={`Viewer ${place + 1}`}
          className={classes['row'] ?? ''}
          w="100%"
        >
          <TextInput
            label="E-mail address"
            type="email"
            inputMode="email"
            autoComplete="off"
            required
            value={row.email}
            error={faults[`viewers.${place}.email`]}
            ref={keys[place] === added ? focusOnce : undefined}
            onChange={(event) => change(place, { email: event.currentTarget.value })}
          />
          <EndInput
            first={row.expiresAt === null ? 'never' : keys[place] === added ? 'month' : 'date'}
            value={row.expiresAt}
            error={faults[`viewers.${place}.expiresAt`]}
            onChange={(expiresAt) => change(place, { expiresAt })}
          />
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            aria-label={`Remove ${row.email === '' ? `viewer ${place + 1}` : row.email}`}
            onClick={() => remove(place)}
          >
            Remove
          </Button>
        </Fieldset>
      ))}
      {faults['viewers'] !== undefined && (
        <Text role="alert" size="sm" c="red">
          {faults['viewers']}
        </Text>
      )}
      <Button
        variant="light"
        leftSection={<IconUserPlus size={18} aria-hidden="true" />}
        disabled={value.length >= MAX_VIEWERS}
        onClick={add}
      >
        Add a viewer
      </Button>
      {value.length >= MAX_VIEWERS && (
        <Text size="sm" c="dimmed">
          A report can have at most {MAX_VIEWERS} viewers.
        </Text>
      )}
    </Stack>
  );
}

function newKey(): string {
  rowsMade += 1;
  return `row-${rowsMade}`;
}

/** A row that was just added is where the person types next. Stable, so that it runs once for a row. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
