'use client';

import { Select } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import type { FoundPeople, PersonField } from './use-person-search';

interface PersonListProps<T> extends PersonField {
  search: FoundPeople<T>;
  picked: T | null;
  onPick: (person: T | null) => void;
  option: (person: T) => ReactNode;
  /** Whether the plain field that stood here until now had the focus. */
  hadFocus: boolean;
  isOpen: boolean;
}

/** The field of `PersonSelect` with the list of who was found. */
export function PersonList<T extends { accountId: string; name: string }>({
  search,
  picked,
  onPick,
  option,
  hadFocus,
  isOpen,
  ...field
}: PersonListProps<T>) {
  const input = useRef<HTMLInputElement>(null);
  const found = (accountId: string | null) =>
    search.candidates.find((person) => person.accountId === accountId) ?? null;

  const takeOver = useEffectEvent(() => {
    const { typed } = search;
    // Mantine has just emptied a field in which nothing is picked.
    search.type(typed);
    if (!hadFocus) return;
    input.current?.focus();
    input.current?.setSelectionRange(typed.length, typed.length);
  });
  useEffect(() => takeOver(), []);

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
