'use client';

import { useTranslations } from 'next-intl';
import { Stack, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { PersonSelect } from '@/components/inputs/person-select';

/** Finds a person and opens the page on which their name is corrected. */
export function PersonFinder() {
  const t = useTranslations();
  const router = useRouter();
  return (
    <PersonSelect
      label={t('accounts.personFinder.label')}
      placeholder={t('accounts.personFinder.placeholder')}
      path="/api/admin/people/search"
      loadCandidates={loadPeople}
      picked={null}
      minLetters={3}
      tooShort={t('accounts.personFinder.tooShort')}
      noneFound={t('accounts.personFinder.noneFound')}
      onPick={(person) => {
        if (person !== null) router.push(`/admin/people/${person.accountId}`);
      }}
      option={({ name, role, email, number }) => (
        <Stack gap={0}>
          <Text>{name}</Text>
          <Text size="sm" c="dimmed">
            {t(`app.roles.${role}`)} · {email}
            {number !== null && ` · ${t('accounts.personFinder.number', { number })}`}
          </Text>
        </Stack>
      )}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      maw={520}
    />
  );
}

async function loadPeople() {
  return (await import('@/accounts/profile/person-candidate')).personCandidateSchema.array();
}
