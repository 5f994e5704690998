'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { profileInput, reasonSchema, type ProfileFields } from '@/accounts/profile/profile-fields';
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

const withReason = profileInput.safeExtend({ reason: reasonSchema });

/** A person's name, its spelling for documents, and the birth date of a patient. */
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
  const { birthDate, ...names } = fields;
  const form = useForm({
    initialValues: {
      name: names.name,
      printedName: names.printedName ?? '',
      givenNames: names.givenNames ?? '',
      familyName: names.familyName ?? '',
      ...(birthDate !== null && { birthDate }),
      ...(reasonLabel !== undefined && { reason: '' }),
    },
    validate: validateWith(reasonLabel === undefined ? profileInput : withReason, t),
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
        {reasonLabel !== undefined && (
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
