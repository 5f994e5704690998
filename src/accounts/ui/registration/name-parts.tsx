import { useTranslations } from 'next-intl';
import { SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface NamePartsProps {
  form: { getInputProps: (field: 'givenNames' | 'familyName') => { error?: ReactNode } };
}

/** The two parts of a name for other hospitals' systems; only the person can separate them rightly. */
export function NameParts({ form }: NamePartsProps) {
  const t = useTranslations();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label={t('accounts.nameParts.givenNamesOptional')}
        autoComplete="given-name"
        {...form.getInputProps('givenNames')}
      />
      <TextInput
        label={t('accounts.nameParts.familyNameOptional')}
        autoComplete="family-name"
        {...form.getInputProps('familyName')}
      />
    </SimpleGrid>
  );
}
