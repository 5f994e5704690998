'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod';
import { validateWith } from '@/components/inputs/validate-with';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { wordsAbout } from '@/accounts/passwords/words-about';
import { doctorRegistrationSchema } from '@/accounts/registration/registration';
import { focusFirstError } from '@/accounts/ui/focus-first-error';
import { NewPasswordInput } from '@/accounts/ui/new-password-input';
import { PersonNameFields } from './person-name-fields';
import { SentCard } from './sent-card';
import { useSubmission } from '@/accounts/ui/use-submission';

const schema = doctorRegistrationSchema.safeExtend({ password: newPasswordSchema });

/** Registers a doctor and then asks to look into the mailbox. */
export function RegisterDoctorForm() {
  const t = useTranslations();
  const form = useForm({
    initialValues: {
      name: '',
      printedName: '',
      givenNames: '',
      familyName: '',
      email: '',
      licenceNumber: '',
      clinic: '',
      password: '',
    },
    validate: validateWith(schema, t),
  });
  const { busy, failure, submit } = useSubmission(form.setErrors);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <SentCard email={sentTo} resend />;

  async function send(values: typeof form.values) {
    const done = await submit(() =>
      callApi('POST', '/api/accounts/doctors', z.undefined(), values),
    );
    if (done) setSentTo(values.email);
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}
    >
      <Stack>
        {failure !== null && (
          <ErrorNotice title={t('accounts.registerDoctorForm.notRegistered')}>
            {failure}
          </ErrorNotice>
        )}
        <PersonNameFields
          form={form}
          label={t('accounts.registerDoctorForm.fullNameWithTitle')}
          description={t('accounts.registerDoctorForm.nameHint')}
        />
        <TextInput
          label={t('common.eMailAddress')}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps('email')}
        />
        <TextInput
          label={t('accounts.registerDoctorForm.licenceNumber')}
          description={t('accounts.registerDoctorForm.licenceHint')}
          required
          {...form.getInputProps('licenceNumber')}
        />
        <TextInput
          label={t('accounts.registerDoctorForm.clinic')}
          autoComplete="organization"
          required
          {...form.getInputProps('clinic')}
        />
        <NewPasswordInput
          about={wordsAbout({ ...form.values, displayName: form.values.name })}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={busy} fullWidth mt="xs">
          {t('accounts.registerDoctorForm.registerAsADoctor')}
        </Button>
      </Stack>
    </form>
  );
}
