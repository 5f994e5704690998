'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { directoryPage, type DirectoryPage } from '@/accounts/directory/listed-doctor';
import { SPECIALTIES } from '@/accounts/directory/specialties';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import classes from './doctor-search.module.css';

/** A patient searches the directory of doctors; pages follow each other in one list. */
export function DoctorSearch({ first }: { first: DirectoryPage }) {
  const t = useTranslations();
  const [words, setWords] = useState('');
  const [specialty, setSpecialty] = useState('');
  /** What the list was searched by: typing more changes it only when it is sent. */
  const [asked, setAsked] = useState({ words: '', specialty: '' });
  const [found, setFound] = useState(first);
  const { busy, failure, submit } = useSubmission();

  const load = (query: typeof asked, after: string | null) =>
    submit(async () => {
      const page = await callApi('POST', '/api/doctors/search', directoryPage, {
        words: query.words,
        specialty: query.specialty === '' ? null : query.specialty,
        after,
      });
      const before = after === null ? [] : found.doctors;
      setAsked(query);
      setFound({ doctors: [...before, ...page.doctors], next: page.next });
    });

  return (
    <Stack gap="lg">
      <form
        method="post"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void load({ words, specialty }, null);
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('accounts.doctorSearch.words')}
            maxLength={120}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            flex="1 1 220px"
          />
          <NativeSelect
            label={t('accounts.doctorSearch.specialty')}
            data={[
              { value: '', label: t('accounts.doctorSearch.every') },
              ...SPECIALTIES.map((value) => ({ value, label: t(`accounts.specialties.${value}`) })),
            ]}
            value={specialty}
            onChange={(event) => setSpecialty(event.currentTarget.value)}
            flex="0 1 220px"
          />
          <Button
            type="submit"
            loading={busy}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
          >
            {t('accounts.doctorSearch.search')}
          </Button>
        </Group>
      </form>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Text size="sm" c="dimmed" role="status">
        {found.doctors.length === 0
          ? t('accounts.doctorSearch.none')
          : t('accounts.doctorSearch.found', {
              count: found.doctors.length,
              more: found.next === null ? 'no' : 'yes',
            })}
      </Text>
      <ul className={classes['list']}>
        {found.doctors.map(({ accountId, name, clinic, specialty: as }) => (
          <li key={accountId} className={classes['line']}>
            <Text fw={600}>{name}</Text>
            <Text size="sm">{clinic}</Text>
            <Text size="sm" c="dimmed">
              {t(`accounts.specialties.${as}`)}
            </Text>
          </li>
        ))}
      </ul>
      {found.next !== null && (
        <Button variant="default" loading={busy} onClick={() => void load(asked, found.next)}>
          {t('accounts.doctorSearch.more')}
        </Button>
      )}
    </Stack>
  );
}
