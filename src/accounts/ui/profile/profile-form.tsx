'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import {
  correctionInput,
  profileInput,
  type ProfileFields,
} from '@/accounts/profile/profile-fields';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { PartialDateInput } from '@/components/inputs/partial-date-input';
import { validateWith } from '@/components/inputs/validate-with';
import { callApi } from '@/platform/http/call-api';
import { focusFirstError } from '../focus-first-error';
import { PersonNameFields } from '@/accounts/ui/registration/person-name-fields';
import { useSubmission } from '../use-submission';

interface ProfileFormProps {
  fields: ProfileFields;
  /** Where the correction, or the request for one, is sent. */
  send: { method: 'PUT' | 'POST'; path: string; changeId?: string | null };
  /** The word on the button. */
  verb: string;
  /** What is shown once it is sent. */
  done: string;
  /** The label of the reason, where one is asked for. */
  reasonLabel?: string;
  /** Only the spelling for documents can be added. */
  onlyPrintedName?: boolean;
}

/** A person's name, its spelling for documents, the birth date of a patient, and where a doctor works. */
export function ProfileForm({
  fields,
  send,
  verb,
  done,
  reasonLabel,
  onlyPrintedName = false,
}: ProfileFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const { birthDate, clinic, licenceNumber, ...names } = fields;
  const needsReason = reasonLabel !== undefined;
  const form = useForm({
    initialValues: {
      name: names.name,
      printedName: names.printedName ?? '',
      givenNames: names.givenNames ?? '',
      familyName: names.familyName ?? '',
      ...(birthDate !== null && { birthDate }),
      // They were checked against a register, so that a correction needs a reason.
      ...(needsReason && clinic !== null && { clinic }),
      ...(needsReason && licenceNumber !== null && { licenceNumber }),
      ...(needsReason && { reason: '' }),
    },
    validate: validateWith(needsReason ? correctionInput : profileInput, t),
  });
  const { busy, failure, submit } = useSubmission(form.setErrors);

  async function save(values: typeof form.values) {
    const { method, path, ...rest } = send;
    const sent = await submit(() => callApi(method, path, z.undefined(), { ...values, ...rest }));
    if (!sent) return;
    notifications.show({ color: 'green', message: done });
    router.refresh();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((values) => void save(values), focusFirstError)}
    >
      <Stack align="stretch" maw={520}>
        <PersonNameFields
          form={form}
          label={t('accounts.profile.fields.name')}
          description={t('accounts.profile.nameHint')}
          locked={onlyPrintedName}
        />
        {birthDate !== null && !onlyPrintedName && (
          <PartialDateInput
            label={t('accounts.profile.fields.birthDate')}
            defaultValue={birthDate}
            {...form.getInputProps('birthDate')}
          />
        )}
        {form.values.clinic !== undefined && (
          <TextInput
            label={t('accounts.profile.fields.clinic')}
            description={t('accounts.profile.clinicHint')}
            autoComplete="off"
            required
            {...form.getInputProps('clinic')}
          />
        )}
        {form.values.licenceNumber !== undefined && (
          <TextInput
            label={t('accounts.profile.fields.licenceNumber')}
            autoComplete="off"
            spellCheck={false}
            required
            {...form.getInputProps('licenceNumber')}
          />
        )}
        {needsReason && (
          <Textarea
            label={reasonLabel}
            required
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
        )}
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {verb}
        </Button>
      </Stack>
    </form>
  );
}
