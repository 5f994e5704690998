'use client';

import { useTranslations } from 'next-intl';
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';
import { validateWith } from '@/components/inputs/validate-with';
import { Section } from '@/components/section';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';
import {
  MAX_SECTION,
  savedAnswer,
  SECTIONS,
  summarySchema,
  type EmergencySummary,
} from '@/records/emergency/summary-schema';
import { ContactFields, type TypedSummary } from './contact-fields';

const EMPTY: EmergencySummary = {
  allergies: { none: false, text: '' },
  conditions: { none: false, text: '' },
  medicines: { none: false, text: '' },
  contacts: [],
  note: '',
};

interface SummaryFormProps {
  saved: EmergencySummary | null;
  /** 0 where nothing is saved. */
  revision: number;
}

/** A patient types what a doctor should know in an emergency: one thing a line. */
export function SummaryForm({ saved, revision }: SummaryFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const [known, setKnown] = useState(revision);
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle');
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm<TypedSummary>({
    initialValues: toTyped(saved ?? EMPTY),
    validate: (typed) => validateWith(summarySchema, t)(toInput(typed)),
    onValuesChange: () => setState((before) => (before === 'saved' ? 'idle' : before)),
  });

  async function save(typed: TypedSummary) {
    setState('busy');
    setFailure(null);
    try {
      const body = { summary: toInput(typed), revision: known };
      setKnown((await callApi('PUT', '/api/emergency-summary', savedAnswer, body)).revision);
      setState('saved');
      router.refresh();
    } catch (error) {
      if (error instanceof ApiProblem) form.setErrors(withoutHead(error.fields));
      setFailure(problemMessage(error, t));
      setState('idle');
    }
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit((typed) => void save(typed), focusInvalidField)}
    >
      <Stack gap="xl">
        {SECTIONS.map((name) => (
          <Stack key={name} gap="xs">
            <Textarea
              label={t(`records.emergency.sections.${name}`)}
              description={t(`records.emergency.hints.${name}`)}
              autosize
              minRows={2}
              maxLength={MAX_SECTION}
              {...form.getInputProps(`${name}.text`)}
            />
            <Checkbox
              label={t(`records.emergency.none.${name}`)}
              {...form.getInputProps(`${name}.none`, { type: 'checkbox' })}
            />
          </Stack>
        ))}
        <Textarea
          label={t('records.emergency.note')}
          description={t('records.emergency.noteHint')}
          autosize
          minRows={2}
          maxLength={MAX_SECTION}
          {...form.getInputProps('note')}
        />
        <Section title={t('records.emergency.contacts')}>
          <Text c="dimmed">{t('records.emergency.contactsHint')}</Text>
          <ContactFields form={form} />
        </Section>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Group>
          <Button type="submit" loading={state === 'busy'}>
            {t('records.emergency.save')}
          </Button>
          <Text role="status">{state === 'saved' && t('records.emergency.saved')}</Text>
        </Group>
      </Stack>
    </form>
  );
}

function toTyped({ contacts, ...rest }: EmergencySummary): TypedSummary {
  return { ...rest, contacts: contacts.map((one) => ({ ...one, email: one.email ?? '' })) };
}

function toInput({ contacts, ...rest }: TypedSummary) {
  return {
    ...rest,
    contacts: contacts.map((one) => ({
      ...one,
      email: one.email.trim() === '' ? null : one.email,
    })),
  };
}

/** The server names fields of the whole body, the form those of the summary. */
function withoutHead(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, sentence]) => [name.replace(/^summary\./, ''), sentence]),
  );
}
