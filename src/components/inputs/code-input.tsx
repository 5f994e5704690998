'use client';

import { useTranslations } from 'next-intl';
import { TextInput, type TextInputProps } from '@mantine/core';

/** A field for a mailed code. Nothing that is pasted is cut: the code is read with what stands between. */
export function CodeInput(props: TextInputProps) {
  const t = useTranslations();
  return (
    <TextInput
      label={t('components.codeInput.label')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={100}
      required
      {...props}
    />
  );
}
