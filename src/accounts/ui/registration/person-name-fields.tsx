'use client';

import { useTranslations } from 'next-intl';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { needsPrintedName } from '@/accounts/people/person-name';
import { NameParts } from './name-parts';

interface PersonNameFieldsProps {
  form: {
    getInputProps: (field: 'name' | 'printedName' | 'givenNames' | 'familyName') => {
      value?: string;
      error?: ReactNode;
    };
  };
  label: string;
  description: string;
  /** The name itself cannot be changed here. */
  locked?: boolean;
}

/** A name in any script. Where documents lack letters of it, a spelling in Latin letters is asked for. */
export function PersonNameFields({ form, label, description, locked }: PersonNameFieldsProps) {
  const t = useTranslations();
  const name = form.getInputProps('name');
  const printed = form.getInputProps('printedName');
  const isNeeded = needsPrintedName(name.value ?? '');
  return (
    <>
      <TextInput
        label={label}
        description={description}
        autoComplete="name"
        dir="auto"
        required
        readOnly={locked === true}
        {...name}
      />
      {(isNeeded || (printed.value ?? '') !== '') && (
        <TextInput
          label={t('accounts.personNameFields.printedName')}
          description={
            isNeeded
              ? t('accounts.personNameFields.neededHint')
              : t('accounts.personNameFields.optionalHint')
          }
          autoComplete="off"
          spellCheck={false}
          required={isNeeded}
          {...printed}
        />
      )}
      {locked !== true && <NameParts form={form} />}
    </>
  );
}
