'use client';

import { useTranslations } from 'next-intl';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { PASSWORD_MIN } from '@/accounts/passwords/password-length';
import { usePasswordFault } from './use-password-fault';

interface NewPasswordInputProps extends Omit<PasswordInputProps, 'about'> {
  /** Words that a stranger would try for this person, e.g. name and e-mail address. */
  about: readonly string[];
}

/** The field for a password that is being chosen. It says while one types why a password is easy to guess. */
export function NewPasswordInput({ about, error, ...props }: NewPasswordInputProps) {
  const t = useTranslations();
  const fault = usePasswordFault(typeof props.value === 'string' ? props.value : '', about);
  const shown = error ?? (fault === null ? null : t(`accounts.passwordRules.${fault}`));
  return (
    <PasswordInput
      label={t('common.password')}
      description={t('accounts.newPasswordInput.description', { minimum: PASSWORD_MIN })}
      autoComplete="new-password"
      required
      error={shown}
      // Mantine sets it on every other field.
      aria-invalid={Boolean(shown)}
      {...props}
    />
  );
}
