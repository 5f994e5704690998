'use client';

import { ComboboxChevron, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { loadPatiently } from '@/messages/load-patiently';
import type { PersonList } from './person-list';
import { usePersonSearch, type PersonField, type PersonSearch } from './use-person-search';

interface PersonSelectProps<T> extends PersonSearch<T>, PersonField {
  onPick: (person: T | null) => void;
  /** Renders a candidate in the list: two people may share a name. */
  option: (person: T) => ReactNode;
}

/** The field with its list, and how the plain field was left that it replaces. */
interface LoadedList {
  List: typeof PersonList;
  cursor: number | null;
  isOpen: boolean;
}

/**
 * A field in which a person is found by what is typed, and picked. The list that opens below it is 30 KiB of scripts:
 * it is loaded when the field first has the focus, and takes over what was typed until then.
 */
export function PersonSelect<T extends { accountId: string; name: string }>({
  path,
  loadCandidates,
  picked,
  minLetters,
  tooShort,
  noneFound,
  onPick,
  option,
  ...field
}: PersonSelectProps<T>) {
  const search = usePersonSearch({ path, loadCandidates, picked, minLetters, tooShort, noneFound });
  const [list, setList] = useState<LoadedList | null>(null);
  const input = useRef<HTMLInputElement>(null);
  /** Whether the list would be open by now. */
  const isAsked = useRef(false);

  const showList = async () => {
    const { PersonList } = await loadPatiently(() => import('./person-list'));
    const plain = input.current;
    const hasFocus = plain !== null && plain === document.activeElement;
    const cursor = hasFocus ? plain.selectionStart : null;
    const left = { List: PersonList, cursor, isOpen: hasFocus && isAsked.current };
    // At once, so that no key is lost between the two fields.
    flushSync(() => setList((shown) => shown ?? left));
  };

  if (list !== null) {
    const { List, ...before } = list;
    return (
      <List
        {...field}
        search={search}
        picked={picked}
        onPick={onPick}
        option={option}
        {...before}
      />
    );
  }
  return (
    <TextInput
      rightSection={<ComboboxChevron size="sm" error={field.error} />}
      rightSectionPointerEvents="none"
      {...field}
      ref={input}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      autoComplete="off"
      value={search.typed}
      onFocus={() => void showList()}
      // A click ends only after the focus, when the list may be there.
      onPointerDown={() => {
        isAsked.current = true;
      }}
      onChange={(event) => {
        isAsked.current = true;
        search.type(event.currentTarget.value);
      }}
      onBlur={() => {
        isAsked.current = false;
        search.type(picked?.name ?? '');
      }}
    />
  );
}
