'use client';

import { Group, Loader, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { STATE_WORDS } from '@/components/state-words';
import { ReportState } from '@/generated/prisma/enums';

/** Long enough to finish a name, short enough to seem at once. */
const PAUSE_MS = 300;

const STATES = [
  { value: '', label: 'All states' },
  ...Object.values(ReportState)
    .filter((state) => state !== 'DISCARDED')
    .map((state) => ({ value: state, label: STATE_WORDS[state] })),
];

/** Narrows the dashboard by the patient's name and the report's state; both are kept in the address. */
export function ReportFilters() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();

  function narrow(name: 'search' | 'state', value: string) {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    next.delete('page');
    next.delete('patient');
    startTransition(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  }
  const field = useRef<HTMLInputElement>(null);
  const searched = params.get('search') ?? '';
  useEffect(() => {
    // A link elsewhere changed the address; never touch the field while somebody types in it.
    const input = field.current;
    if (input !== null && input !== document.activeElement) input.value = searched;
  }, [searched]);
  const search = useDebouncedCallback((value: string) => narrow('search', value), PAUSE_MS);

  return (
    <Group component="search" align="flex-end" gap="sm" mb="lg">
      <TextInput
        ref={field}
        type="search"
        label="Patient’s name"
        placeholder="Any part of a name"
        defaultValue={searched}
        onChange={(event) => search(event.currentTarget.value)}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={pending ? <Loader size="xs" aria-label="Searching" /> : null}
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
