'use client';

import { useTranslations } from 'next-intl';
import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { validateWith } from '@/components/inputs/validate-with';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import { askedAnswer, askInput, PURPOSES, type Purpose } from '@/sharing/requests/request-schema';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';

/** For how many days access can be asked for. */
const DAYS = [7, 14, 30, 60, 90] as const;
const FIRST_DAYS = 14;

interface Typed {
  addressee: string;
  purpose: Purpose;
  reason: string;
  kinds: ReportTemplate[];
  from: string;
  to: string;
  days: number;
}

interface AskFormProps {
  /** Every kind of report, and what it is called. */
  kinds: readonly { kind: ReportTemplate; title: string }[];
}

/** A doctor asks a patient for access: whom, why, for which reports, for how long. */
export function AskForm({ kinds }: AskFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<Typed>({
    initialValues: {
      ...{ addressee: '', purpose: 'treatment', reason: '', kinds: [] },
      ...{ from: '', to: '', days: FIRST_DAYS },
    },
    validate: (typed) => validateWith(askInput, t)(toInput(typed)),
  });

  async function ask(typed: Typed) {
    setBusy(true);
    setFailure(null);
    try {
      const { requestId } = await callApi(
        'POST',
        '/api/access-requests',
        askedAnswer,
        toInput(typed),
      );
      router.push(`/doctor/requests/${requestId}`);
    } catch (error) {
      if (error instanceof ApiProblem) form.setErrors(error.fields);
      setFailure(problemMessage(error, t));
      setBusy(false);
    }
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((typed) => void ask(typed), focusInvalidField)}
    >
      <Stack gap="lg">
        <TextInput
          label={t('sharing.askForm.addressee')}
          description={t('sharing.askForm.addresseeHint')}
          required
          autoComplete="off"
          {...form.getInputProps('addressee')}
        />
        <NativeSelect
          label={t('sharing.askForm.purpose')}
          data={PURPOSES.map((value) => ({ value, label: t(`sharing.purposes.${value}`) }))}
          {...form.getInputProps('purpose')}
        />
        <Textarea
          label={t('sharing.askForm.reason')}
          description={t('sharing.askForm.reasonHint')}
          required
          autosize
          minRows={3}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        <Checkbox.Group
          label={t('sharing.askForm.kinds')}
          description={t('sharing.askForm.kindsHint')}
          {...form.getInputProps('kinds')}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map(({ kind, title }) => (
              <Checkbox key={kind} value={kind} label={title} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            type="date"
            label={t('sharing.askForm.from')}
            description={t('sharing.askForm.optional')}
            {...form.getInputProps('from')}
          />
          <TextInput
            type="date"
            label={t('sharing.askForm.to')}
            description={t('sharing.askForm.optional')}
            {...form.getInputProps('to')}
          />
        </Group>
        <NativeSelect
          label={t('sharing.askForm.days')}
          data={DAYS.map((days) => ({
            value: String(days),
            label: t('sharing.askForm.dayCount', { days }),
          }))}
          value={String(form.values.days)}
          onChange={(event) => form.setFieldValue('days', Number(event.currentTarget.value))}
        />
        <Text size="sm" c="dimmed">
          {t('sharing.askForm.sameAnswer')}
        </Text>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('sharing.askForm.ask')}
        </Button>
      </Stack>
    </form>
  );
}

function toInput({ from, to, ...typed }: Typed) {
  return { ...typed, from: from === '' ? null : from, to: to === '' ? null : to };
}
