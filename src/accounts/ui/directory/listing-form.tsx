'use client';

import { useTranslations } from 'next-intl';
import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { SPECIALTIES, type Specialty } from '@/accounts/directory/specialties';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { SectionCard } from '@/components/section-card';
import { callApi } from '@/platform/http/call-api';

/** A doctor chooses whether patients find them in the directory, and as what. */
export function ListingForm({ listedAs }: { listedAs: Specialty | null }) {
  const t = useTranslations();
  const router = useRouter();
  const [chosen, setChosen] = useState<Specialty>(listedAs ?? 'general-practice');
  const { busy, failure, submit } = useSubmission();
  const save = (specialty: Specialty | null) =>
    submit(async () => {
      await callApi('PUT', '/api/accounts/directory-entry', z.undefined(), { specialty });
      router.refresh();
    });
  return (
    <SectionCard id="directory" title={t('accounts.directory.title')}>
      <Text>
        {listedAs === null
          ? t('accounts.directory.notListed')
          : t('accounts.directory.listed', {
              specialty: t(`accounts.specialties.${listedAs}`),
            })}
      </Text>
      <NativeSelect
        label={t('accounts.directory.specialty')}
        data={SPECIALTIES.map((value) => ({ value, label: t(`accounts.specialties.${value}`) }))}
        value={chosen}
        onChange={({ currentTarget: { value } }) =>
          setChosen(SPECIALTIES.find((one) => one === value) ?? chosen)
        }
      />
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <Stack gap="xs" align="flex-start">
        <Button variant="default" loading={busy} onClick={() => void save(chosen)}>
          {listedAs === null ? t('accounts.directory.list') : t('accounts.directory.change')}
        </Button>
        {listedAs !== null && (
          <Button variant="subtle" color="red" disabled={busy} onClick={() => void save(null)}>
            {t('accounts.directory.leave')}
          </Button>
        )}
      </Stack>
    </SectionCard>
  );
}
