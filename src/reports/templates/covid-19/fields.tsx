'use client';

import { useTranslations } from 'next-intl';
import {
  Checkbox,
  CheckboxGroup,
  NativeSelect,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MomentInput } from '@/components/inputs/moment-input';
import { Stack } from '@/components/plain/stack';
import { IDENTITY_TYPES } from '../identity-document';
import {
  COLLECTIONS,
  REASONS,
  resultOption,
  RESULTS,
  SPECIMENS,
  SYMPTOMS,
  TEST_TYPE_OPTIONS,
  TEST_TYPES,
  type Specimen,
  type TestType,
} from './options';
import type { Covid19Draft } from './schema';

/** The part of the form that is about a COVID-19 test. */
export function Covid19Fields({ form }: { form: UseFormReturnType<Covid19Draft> }) {
  const t = useTranslations();
  const type = testType(form.values.testType);
  const specimens = type === null ? SPECIMENS : TEST_TYPE_OPTIONS[type].specimens;
  const noneChosen = { value: '', label: t('templates.fields.choose') };
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <MomentInput
          label={t('templates.fields.collectedAt')}
          required
          {...form.getInputProps('collectedAt')}
          value={form.values.collectedAt}
          onChange={(moment) => form.setFieldValue('collectedAt', moment)}
        />
        <NativeSelect
          label={t('templates.covid19.typeOfTest')}
          required
          data={[
            noneChosen,
            ...TEST_TYPES.map((value) => ({
              value,
              label: t(`templates.covid19.testType.${value}`),
            })),
          ]}
          {...form.getInputProps('testType')}
        />
        <NativeSelect
          label={t('templates.fields.specimen')}
          required
          data={[
            noneChosen,
            ...withCurrent(form.values.specimen, specimens).map((value) => ({
              value,
              label: t(`templates.covid19.specimen.${value}`),
            })),
          ]}
          {...form.getInputProps('specimen')}
        />
        <NativeSelect
          label={t('templates.covid19.collectionLabel')}
          required
          data={[
            noneChosen,
            ...COLLECTIONS.map((value) => ({
              value,
              label: t(`templates.covid19.collection.${value}`),
            })),
          ]}
          {...form.getInputProps('collection')}
        />
        <NativeSelect
          label={t('templates.fields.result')}
          required
          data={[
            noneChosen,
            ...RESULTS.map((value) => ({
              value,
              label: t(`templates.covid19.result.${resultOption(type ?? 'pcr', value).word}`),
            })),
          ]}
          {...form.getInputProps('result')}
        />
        <NativeSelect
          label={t('templates.covid19.reasonForTesting')}
          required
          data={[
            noneChosen,
            ...REASONS.map((value) => ({ value, label: t(`templates.covid19.reason.${value}`) })),
          ]}
          {...form.getInputProps('reason')}
        />
        {form.values.reason === 'other' && (
          <TextInput
            label={t('templates.covid19.whichReason')}
            required
            {...form.getInputProps('otherReason')}
          />
        )}
      </SimpleGrid>
      <Symptoms form={form} />
      <IdentityDocument form={form} />
    </Stack>
  );
}

/** What a border compares the report with. */
function IdentityDocument({ form }: { form: UseFormReturnType<Covid19Draft> }) {
  const t = useTranslations();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <NativeSelect
        label={t('templates.covid19.identityDocument')}
        description={t('templates.covid19.identityDocumentHint')}
        data={IDENTITY_TYPES.map((value) => ({
          value,
          label: t(`templates.fields.identity.${value === '' ? 'none' : value}`),
        }))}
        {...form.getInputProps('identityType')}
      />
      {(form.values.identityType !== '' || form.values.identityNumber !== '') && (
        <TextInput
          label={t('templates.covid19.identityNumber')}
          description={t('templates.covid19.identityNumberHint')}
          autoComplete="off"
          required
          {...form.getInputProps('identityNumber')}
        />
      )}
    </SimpleGrid>
  );
}

function Symptoms({ form }: { form: UseFormReturnType<Covid19Draft> }) {
  const t = useTranslations();
  return (
    <Stack gap="sm">
      <CheckboxGroup
        label={t('templates.covid19.symptoms')}
        required
        {...form.getInputProps('symptoms')}
        data-invalid={form.errors['symptoms'] !== undefined}
        onChange={(chosen) =>
          form.setFieldValue('symptoms', withoutContradiction(form.values.symptoms, chosen))
        }
      >
        <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing="sm" my="xs">
          {SYMPTOMS.map((value) => (
            <Checkbox key={value} value={value} label={t(`templates.covid19.symptom.${value}`)} />
          ))}
        </SimpleGrid>
      </CheckboxGroup>
      <Textarea
        label={t('templates.covid19.otherSymptoms')}
        autosize
        {...form.getInputProps('otherSymptoms')}
      />
    </Stack>
  );
}

function testType(value: string): TestType | null {
  return TEST_TYPES.find((type) => type === value) ?? null;
}

/** A specimen that no longer fits the test stays in the list, so that its error can be seen. */
function withCurrent(current: string, fitting: readonly Specimen[]): readonly Specimen[] {
  const known = SPECIMENS.find((value) => value === current);
  return known === undefined || fitting.includes(known) ? fitting : [...fitting, known];
}

/** "No symptoms" and symptoms exclude each other: the newer choice wins. */
function withoutContradiction(before: string[], chosen: string[]): string[] {
  const noneIsNew = chosen.includes('none') && !before.includes('none');
  return noneIsNew ? ['none'] : chosen.length > 1 ? chosen.filter((s) => s !== 'none') : chosen;
}
