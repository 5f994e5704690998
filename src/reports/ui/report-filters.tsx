'use client';

import { Group, Loader, NativeSelect, Select } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { STATE_WORDS } from '@/components/state-words';
import { ReportState } from '@/generated/prisma/enums';
import { ownPatientSchema, type OwnPatient } from '../own-patient';
import { PatientOption } from './patient-option';
import { usePatientSearch } from './use-patient-search';

const STATES = [
  { value: '', label: 'All states' },
  ...Object.values(ReportState)
    .filter((state) => state !== 'DISCARDED')
    .map((state) => ({ value: state, label: STATE_WORDS[state] })),
];

/**
 * Narrows the dashboard to one patient and to one state of a report. Both are kept in the address, the
 * patient by an id: a name does not belong into an address.
 */
export function ReportFilters({ patient }: { patient: OwnPatient | null }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const search = usePatientSearch({
    path: '/api/reports/patients/search',
    candidate: ownPatientSchema,
    picked: patient,
    minLetters: 1,
    tooShort: 'Type a part of the name.',
    nobody: 'You have written no report for a patient of this name.',
  });

  function narrow(name: 'patient' | 'state', value: string | null) {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    next.delete('page');
    startTransition(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  }

  return (
    <Group component="search" align="flex-end" gap="sm" mb="lg">
      <Select
        label="Patient’s name"
        placeholder="Any part of a name"
        searchable
        clearable
        openOnFocus={false}
        autoComplete="off"
        data={search.candidates.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        // The server has searched already.
        filter={({ options }) => options}
        value={patient?.accountId ?? null}
        onChange={(accountId) => narrow('patient', accountId)}
        searchValue={search.typed}
        onSearchChange={search.type}
        nothingFoundMessage={search.nothingFound}
        renderOption={({ option }) => {
          const found = search.candidates.find(({ accountId }) => accountId === option.value);
          return found === undefined ? option.label : <PatientOption patient={found} />;
        }}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        {...(pending ? { rightSection: <Loader size="xs" aria-label="Searching" /> } : {})}
        flex="1 1 220px"
        maw={420}
      />
      <NativeSelect
        label="State"
        data={STATES}
        value={params.get('state') ?? ''}
        onChange={(event) => narrow('state', event.currentTarget.value)}
        flex="0 1 220px"
      />
    </Group>
  );
}
