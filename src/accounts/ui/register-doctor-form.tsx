'use client';

import { Button, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { callApi } from '@/platform/http/call-api';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { doctorRegistrationSchema } from '@/accounts/registration/registration';
import { focusFirstError } from './focus-first-error';
import { NameParts } from './name-parts';
import { NewPasswordInput } from './new-password-input';
import { SentCard } from './sent-card';
import { useSubmission } from './use-submission';

const schema = doctorRegistrationSchema.extend({ password: newPasswordSchema });

/** Registers a doctor and then asks to look into the mailbox. */
export function RegisterDoctorForm() {
  const form = useForm({
    initialValues: {
      name: '',
      givenNames: '',
      familyName: '',
      email: '',
      licenceNumber: '',
      clinic: '',
      password: '',
    },
    validate: schemaResolver(schema, { sync: true }),
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
        {failure !== null && <ErrorNotice title="Not registered">{failure}</ErrorNotice>}
        <TextInput
          label="Full name with title"
          description="As it is printed on your reports."
          autoComplete="name"
          required
          {...form.getInputProps('name')}
        />
        <NameParts form={form} />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps('email')}
        />
        <TextInput
          label="Licence number"
          description="An administrator checks it before you can log in."
          required
          {...form.getInputProps('licenceNumber')}
        />
        <TextInput
          label="Clinic"
          autoComplete="organization"
          required
          {...form.getInputProps('clinic')}
        />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Button type="submit" loading={busy} fullWidth mt="xs">
          Register as a doctor
        </Button>
      </Stack>
    </form>
  );
}
