import { Select, type SelectProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePersonSearch, type PersonSearch } from './use-person-search';

interface PersonSelectProps<T>
  extends
    PersonSearch<T>,
    Pick<
      SelectProps,
      | 'label'
      | 'description'
      | 'placeholder'
      | 'required'
      | 'error'
      | 'leftSection'
      | 'rightSection'
      | 'flex'
      | 'maw'
    > {
  onPick: (person: T | null) => void;
  /** Renders a candidate in the list: two people may share a name. */
  option: (person: T) => ReactNode;
}

/** A field in which a person is found by what is typed, and picked. */
export function PersonSelect<T extends { accountId: string; name: string }>({
  path,
  candidate,
  picked,
  minLetters,
  tooShort,
  noneFound,
  onPick,
  option,
  ...field
}: PersonSelectProps<T>) {
  const search = usePersonSearch({ path, candidate, picked, minLetters, tooShort, noneFound });
  const found = (accountId: string | null) =>
    search.candidates.find((person) => person.accountId === accountId) ?? null;

  return (
    <Select
      {...field}
      searchable
      clearable
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
