import { SimpleGrid, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface NamePartsProps {
  form: { getInputProps: (field: 'givenNames' | 'familyName') => { error?: ReactNode } };
}

/** The two parts of a name for other hospitals' systems; which part is which only the person knows. */
export function NameParts({ form }: NamePartsProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label="Given names (optional)"
        autoComplete="given-name"
        {...form.getInputProps('givenNames')}
      />
      <TextInput
        label="Family name (optional)"
        autoComplete="family-name"
        {...form.getInputProps('familyName')}
      />
    </SimpleGrid>
  );
}
