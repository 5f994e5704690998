'use client';

import { useTranslations } from 'next-intl';
import { TextInput, type TextInputProps } from '@mantine/core';

/** A field for a mailed code. Pasted text is not cut: separators between the digits are accepted. */
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
