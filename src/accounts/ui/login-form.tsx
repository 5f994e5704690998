'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { TextLink } from '@/components/text-link';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { enter, enterWithPasskey, type LogInFailure } from './enter';
import { focusFirstError } from './focus-first-error';
import { ResendConfirmation } from '@/accounts/ui/registration/resend-confirmation';

/** The form of /login. `notice` explains how the person came here. */
export function LoginForm({ notice }: { notice: string | null }) {
  const t = useTranslations();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('accounts.logIn.emailMissing') : null),
      password: (value) => (value === '' ? t('accounts.logIn.passwordMissing') : null),
    },
  });
  const [busy, setBusy] = useState<'password' | 'passkey' | null>(null);
  const [failure, setFailure] = useState<LogInFailure | null>(null);

  const failureNotice = useRef<HTMLDivElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // The button, disabled while busy, has lost the focus. What was typed wrong comes next, else the reason.
  useEffect(() => {
    if (failure === null) return;
    const next = failure.code === 'wrong-credentials' ? passwordField : failureNotice;
    next.current?.focus();
  }, [failure]);

  const submit = ({ email, password }: typeof form.values) =>
    go('password', enter(email, password));

  async function go(by: 'password' | 'passkey', entering: Promise<LogInFailure | null>) {
    setBusy(by);
    setFailure(null);
    const problem = await entering;
    setFailure(problem);
    // The log-in page sends people who are logged in to where they wanted to go.
    if (problem === null) globalThis.location.reload();
    else setBusy(null);
  }

  return (
    <AccountCard title={t('common.logIn')}>
      {notice !== null && failure === null && (
        <Alert role="status" icon={<IconInfoCircle aria-hidden="true" />}>
          {notice}
        </Alert>
      )}
      {failure !== null && (
        <div ref={failureNotice} tabIndex={-1}>
          <ErrorNotice title={t('accounts.loginForm.notLoggedIn')}>
            {failure.sentence(t)}
          </ErrorNotice>
        </div>
      )}
      <form
        method="post"
        noValidate
        onSubmit={form.onSubmit((values) => void submit(values), focusFirstError)}
      >
        <Stack>
          <TextInput
            label={t('common.eMailAddress')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            ref={passwordField}
            label={t('common.password')}
            autoComplete="current-password"
            required
            // Mantine sets it on every other field.
            aria-invalid={form.errors['password'] !== undefined}
            {...form.getInputProps('password')}
          />
          <Button
            type="submit"
            loading={busy === 'password'}
            disabled={busy === 'passkey'}
            fullWidth
            mt="xs"
          >
            {t('common.logIn')}
          </Button>
        </Stack>
      </form>
      <Divider label={t('accounts.factorProofForm.or')} />
      <Button
        variant="default"
        leftSection={<IconFingerprint size={20} aria-hidden="true" />}
        loading={busy === 'passkey'}
        disabled={busy === 'password'}
        onClick={() => void go('passkey', enterWithPasskey())}
        fullWidth
      >
        {t('accounts.loginForm.passkey')}
      </Button>
      {failure?.code === 'wrong-credentials' && (
        <Stack gap="xs">
          <Text size="sm">{t('accounts.loginForm.notConfirmedYet')}</Text>
          <ResendConfirmation email={form.values.email} />
        </Stack>
      )}
      <Stack gap={4}>
        <Text size="sm">
          <TextLink href="/forgot-password" alone>
            {t('accounts.loginForm.forgottenYourPassword')}
          </TextLink>
        </Text>
        <Text size="sm">
          {t.rich('accounts.loginForm.noAccountYet', {
            register: (chunks) => <TextLink href="/register">{chunks}</TextLink>,
          })}
        </Text>
      </Stack>
    </AccountCard>
  );
}
