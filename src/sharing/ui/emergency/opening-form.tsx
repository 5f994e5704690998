'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconUrgent } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';
import { PartialDateInput } from '@/components/inputs/partial-date-input';
import { validateWith } from '@/components/inputs/validate-with';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import {
  accessAnswer,
  openingInput,
  type EmergencyReason,
} from '@/sharing/emergency/emergency-schema';
import { ReasonSelect } from './reason-select';

interface Typed {
  who: { by: 'CODE' | 'NAME'; code: string; name: string; birthDate: string };
  reason: EmergencyReason | '';
  words: string;
}

/** A doctor opens the emergency summary of a person who cannot be asked. */
export function OpeningForm() {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<Typed>({
    initialValues: {
      who: { by: 'CODE', code: '', name: '', birthDate: '' },
      ...{ reason: '', words: '' },
    },
    validate: (typed) => validateWith(openingInput, t)(typed),
  });
  const { setFieldValue } = form;
  // The QR code of a card leads here, with its code where no server sees it.
  useEffect(() => {
    const code = decodeURIComponent(window.location.hash.slice(1));
    if (code !== '') setFieldValue('who.code', code);
  }, [setFieldValue]);

  async function open(typed: Typed) {
    setBusy(true);
    setFailure(null);
    try {
      const { accessId } = await callApi('POST', '/api/emergency-accesses', accessAnswer, typed);
      router.push(`/doctor/emergency/${accessId}`);
    } catch (error) {
      if (error instanceof ApiProblem) form.setErrors(error.fields);
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  const isByCode = form.values.who.by === 'CODE';
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((typed) => void open(typed), focusInvalidField)}
    >
      <Stack gap="lg">
        <Radio.Group label={t('sharing.openingForm.who')} {...form.getInputProps('who.by')}>
          <Group gap="lg" mt="xs">
            <Radio value="CODE" label={t('sharing.openingForm.byCode')} />
            <Radio value="NAME" label={t('sharing.openingForm.byName')} />
          </Group>
        </Radio.Group>
        {isByCode ? (
          <TextInput
            label={t('sharing.openingForm.code')}
            description={t('sharing.openingForm.codeHint')}
            required
            autoComplete="off"
            {...form.getInputProps('who.code')}
          />
        ) : (
          <>
            <TextInput
              label={t('sharing.openingForm.name')}
              description={t('sharing.openingForm.nameHint')}
              required
              autoComplete="off"
              {...form.getInputProps('who.name')}
            />
            <PartialDateInput
              label={t('sharing.openingForm.birthDate')}
              defaultValue={form.values.who.birthDate}
              onChange={(date) => form.setFieldValue('who.birthDate', date)}
              error={form.errors['who.birthDate']}
              data-path="who.birthDate"
            />
          </>
        )}
        <ReasonSelect {...form.getInputProps('reason')} />
        <Textarea
          label={t('sharing.openingForm.words')}
          description={t('sharing.openingForm.wordsHint')}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('words')}
        />
        <Alert color="yellow" icon={<IconUrgent aria-hidden="true" />}>
          <Text>{t('sharing.openingForm.told')}</Text>
        </Alert>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('sharing.openingForm.open')}
        </Button>
      </Stack>
    </form>
  );
}
