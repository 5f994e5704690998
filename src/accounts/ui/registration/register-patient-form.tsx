'use client';

import { useTranslations } from 'next-intl';
import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod';
import { PartialDateInput } from '@/components/inputs/partial-date-input';
import { validateWith } from '@/components/inputs/validate-with';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { BloodGroup, Gender } from '@/generated/prisma/enums';
import { callApi } from '@/platform/http/call-api';
import { newPasswordSchema } from '@/accounts/passwords/password-length';
import { wordsAbout } from '@/accounts/passwords/words-about';
import { patientRegistrationSchema } from '@/accounts/registration/registration';
import { focusFirstError } from '@/accounts/ui/focus-first-error';
import { NewPasswordInput } from '@/accounts/ui/new-password-input';
import { PersonNameFields } from './person-name-fields';
import { SentCard } from './sent-card';
import { useSubmission } from '@/accounts/ui/use-submission';

const schema = patientRegistrationSchema.safeExtend({ password: newPasswordSchema });
/** Registers a patient and then asks to look into the mailbox. */
export function RegisterPatientForm() {
  const t = useTranslations();
  const form = useForm({
    initialValues: {
      name: '',
      printedName: '',
      givenNames: '',
      familyName: '',
      email: '',
      birthDate: '',
      gender: '',
      bloodGroup: '',
      password: '',
    },
    validate: validateWith(schema, t),
  });
  const { busy, failure, submit } = useSubmission(form.setErrors);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <SentCard email={sentTo} resend />;

  async function send(values: typeof form.values) {
    const done = await submit(() =>
      callApi('POST', '/api/accounts/patients', z.undefined(), values),
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
          <ErrorNotice title={t('accounts.registerPatientForm.notRegistered')}>
            {failure}
          </ErrorNotice>
        )}
        <PersonNameFields
          form={form}
          label={t('accounts.registerPatientForm.fullName')}
          description={t('accounts.registerPatientForm.nameHint')}
        />
        <TextInput
          label={t('common.eMailAddress')}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps('email')}
        />
        <PartialDateInput
          label={t('accounts.registerPatientForm.dateOfBirth')}
          {...form.getInputProps('birthDate')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('accounts.registerPatientForm.gender')}
            data={Object.values(Gender).map((gender) => ({
              value: gender,
              label: t(`accounts.genders.${gender}`),
            }))}
            required
            {...form.getInputProps('gender')}
          />
          <Select
            label={t('accounts.registerPatientForm.bloodGroup')}
            data={Object.values(BloodGroup).map((group) => ({
              value: group,
              label: t(`accounts.bloodGroups.${group}`),
            }))}
            required
            {...form.getInputProps('bloodGroup')}
          />
        </SimpleGrid>
        <NewPasswordInput
          about={wordsAbout({ ...form.values, displayName: form.values.name })}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={busy} fullWidth mt="xs">
          {t('accounts.registerPatientForm.registerAsAPatient')}
        </Button>
      </Stack>
    </form>
  );
}
