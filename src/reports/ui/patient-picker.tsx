'use client';

import { Grid, GridCol, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState, type ReactNode } from 'react';
import { z } from 'zod';
import { BLOOD_GROUP_WORDS, GENDER_WORDS } from '@/accounts/person-words';
import { patientSnapshotSchema, type PatientSnapshot } from '@/accounts/snapshots';
import { callApi, problemMessage } from '@/platform/call-api';
import { formatDay } from '../format-time';

const MIN_LETTERS = 3;
const PAUSE_MS = 250;

interface PatientPickerProps {
  patient: PatientSnapshot | null;
  onPick: (patient: PatientSnapshot | null) => void;
  error: ReactNode;
}

/** What the list says when it is empty. */
type Search = 'too-short' | 'searching' | 'found' | { failure: string };

/**
 * Finds a patient by a part of the name. Two people may bear one name, so the list shows their birth
 * dates, and a person picks; what is known of the picked one is then shown, not typed.
 */
export function PatientPicker({ patient, onPick, error }: PatientPickerProps) {
  const [typed, setTyped] = useState(patient?.name ?? '');
  const [candidates, setCandidates] = useState<PatientSnapshot[]>(
    patient === null ? [] : [patient],
  );
  const [search, setSearch] = useState<Search>('too-short');
  const newest = useRef('');

  const find = useDebouncedCallback(async (name: string) => {
    try {
      const path = `/api/patients?${new URLSearchParams({ name })}`;
      const found = await callApi('GET', path, z.array(patientSnapshotSchema));
      // An answer to what was typed before must not replace a newer one.
      if (newest.current !== name) return;
      setCandidates(found);
      setSearch('found');
    } catch (failure) {
      if (newest.current === name) setSearch({ failure: problemMessage(failure) });
    }
  }, PAUSE_MS);

  function type(name: string) {
    setTyped(name);
    newest.current = name.trim();
    if (name === patient?.name) return;
    if (newest.current.length < MIN_LETTERS) {
      setCandidates(patient === null ? [] : [patient]);
      setSearch('too-short');
      return;
    }
    setSearch('searching');
    find(newest.current);
  }

  function pick(accountId: string | null) {
    onPick(candidates.find((candidate) => candidate.accountId === accountId) ?? null);
  }

  return (
    <Stack gap="sm">
      <Select
        label="Patient’s name"
        description="Type at least three letters, then choose the person by date of birth."
        placeholder="Type a name"
        required
        searchable
        clearable
        // Else the list would hide the field's own error when the keyboard is sent here.
        openOnFocus={false}
        autoComplete="off"
        data={candidates.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        // The server has searched already.
        filter={({ options }) => options}
        value={patient?.accountId ?? null}
        onChange={pick}
        searchValue={typed}
        onSearchChange={type}
        error={error}
        nothingFoundMessage={nothingFound(search)}
        renderOption={({ option }) => {
          const candidate = candidates.find(({ accountId }) => accountId === option.value);
          return <Candidate patient={candidate} />;
        }}
      />
      {patient !== null && <PickedPatient patient={patient} />}
    </Stack>
  );
}

function Candidate({ patient }: { patient: PatientSnapshot | undefined }) {
  if (patient === undefined) return null;
  return (
    <Group justify="space-between" gap="sm" flex={1}>
      <Text component="span" fw={600}>
        {patient.name}
      </Text>
      <Text component="span" size="sm">
        born {formatDay(patient.birthDate)}
      </Text>
    </Group>
  );
}

function PickedPatient({ patient }: { patient: PatientSnapshot }) {
  const facts = [
    { label: 'Date of birth', value: formatDay(patient.birthDate), span: { base: 6, md: 3 } },
    { label: 'Gender', value: GENDER_WORDS[patient.gender], span: { base: 6, md: 2 } },
    {
      label: 'Blood group',
      value: BLOOD_GROUP_WORDS[patient.bloodGroup],
      span: { base: 6, md: 2 },
    },
    { label: 'E-mail', value: patient.email, span: { base: 12, md: 5 } },
  ];
  return (
    <Grid gap="sm">
      {facts.map(({ label, value, span }) => (
        <GridCol key={label} span={span}>
          <TextInput label={label} value={value} variant="filled" readOnly />
        </GridCol>
      ))}
    </Grid>
  );
}

function nothingFound(search: Search): string {
  if (search === 'too-short') return 'Type at least three letters.';
  if (search === 'searching') return 'Searching…';
  if (search === 'found') return 'No patient of this name. Patients register themselves.';
  return search.failure;
}
