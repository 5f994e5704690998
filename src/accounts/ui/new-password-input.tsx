'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { PASSWORD_MIN } from '@/accounts/passwords/password-length';

/** The field for a password that is being chosen. */
export function NewPasswordInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="Password"
      description={`At least ${PASSWORD_MIN} characters. A few unrelated words make a good one.`}
      autoComplete="new-password"
      required
      // Mantine says it of every other field.
      aria-invalid={Boolean(props.error)}
      {...props}
    />
  );
}
