'use client';

import { Select } from '@mantine/core';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { FoundPeople, PersonField } from './use-person-search';

interface PersonListProps<T> extends PersonField {
  search: FoundPeople<T>;
  picked: T | null;
  onPick: (person: T | null) => void;
  option: (person: T) => ReactNode;
  /** Where the cursor stood in the plain field that was here until now; null when it had no focus. */
  cursor: number | null;
  isOpen: boolean;
}

/** The field of `PersonSelect` with the list of who was found. */
export function PersonList<T extends { accountId: string; name: string }>({
  search,
  picked,
  onPick,
  option,
  cursor,
  isOpen,
  ...field
}: PersonListProps<T>) {
  const input = useRef<HTMLInputElement>(null);
  const found = (accountId: string | null) =>
    search.candidates.find((person) => person.accountId === accountId) ?? null;

  const takeFocus = useEffectEvent(() => {
    if (cursor === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(cursor, cursor);
  });
  // Before the next key is handled.
  useLayoutEffect(() => takeFocus(), []);

  // Mantine has just emptied a field in which nothing is picked.
  const keepText = useEffectEvent(() => search.type(search.typed));
  useEffect(() => keepText(), []);

  return (
    <Select
      {...field}
      ref={input}
      searchable
      clearable
      defaultDropdownOpened={isOpen}
      // Else the list would hide the field's own error when the keyboard is sent here.
      openOnFocus={false}
      autoComplete="off"
      data={search.candidates.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      // The server has searched already.
      filter={({ options }) => options}
      value={picked?.accountId ?? null}
      onChange={(accountId) => onPick(found(accountId))}
      searchValue={search.typed}
      onSearchChange={search.type}
      nothingFoundMessage={search.nothingFound}
      renderOption={({ option: { value, label } }) => {
        const person = found(value);
        return person === null ? label : option(person);
      }}
    />
  );
}
