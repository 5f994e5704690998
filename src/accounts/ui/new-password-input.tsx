'use client';

import { useTranslations } from 'next-intl';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { PASSWORD_MIN } from '@/accounts/passwords/password-length';

/** The field for a password that is being chosen. */
export function NewPasswordInput(props: PasswordInputProps) {
  const t = useTranslations();
  return (
    <PasswordInput
      label={t('common.password')}
      description={t('accounts.newPasswordInput.description', { minimum: PASSWORD_MIN })}
      autoComplete="new-password"
      required
      // Mantine sets it on every other field.
      aria-invalid={Boolean(props.error)}
      {...props}
    />
  );
}
