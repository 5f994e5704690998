'use client';

import { useTranslations } from 'next-intl';
import {
  Checkbox,
  CheckboxGroup,
  NativeSelect,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MomentInput } from '@/components/inputs/moment-input';
import type { Covid19Draft } from '@/reports/templates/covid-19';
import {
  COLLECTION_LABELS,
  COLLECTIONS,
  IDENTITY_LABELS,
  IDENTITY_TYPES,
  REASON_LABELS,
  REASONS,
  resultOption,
  RESULTS,
  SPECIMEN_OPTIONS,
  SPECIMENS,
  SYMPTOM_OPTIONS,
  SYMPTOMS,
  TEST_TYPE_OPTIONS,
  TEST_TYPES,
  type TestType,
} from '@/reports/templates/covid-19-options';

const NONE_CHOSEN = { value: '', label: 'Choose…' };

/** The part of the form that is about a COVID-19 test. */
export function Covid19Fields({ form }: { form: UseFormReturnType<Covid19Draft> }) {
  const t = useTranslations();
  const type = testType(form.values.testType);
  const specimens = type === null ? SPECIMENS : TEST_TYPE_OPTIONS[type].specimens;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <MomentInput
          label={t('reports.covid19Fields.dateAndTimeOfCollection')}
          required
          {...form.getInputProps('collectedAt')}
          value={form.values.collectedAt}
          onChange={(moment) => form.setFieldValue('collectedAt', moment)}
        />
        <NativeSelect
          label={t('reports.covid19Fields.typeOfTest')}
          required
          data={[
            NONE_CHOSEN,
            ...TEST_TYPES.map((value) => ({ value, label: TEST_TYPE_OPTIONS[value].label })),
          ]}
          {...form.getInputProps('testType')}
        />
        <NativeSelect
          label={t('reports.covid19Fields.specimen')}
          required
          data={withCurrent(
            form.values.specimen,
            specimens.map((value) => ({ value, label: SPECIMEN_OPTIONS[value].label })),
          )}
          {...form.getInputProps('specimen')}
        />
        <NativeSelect
          label={t('reports.covid19Fields.collection')}
          required
          data={[
            NONE_CHOSEN,
            ...COLLECTIONS.map((value) => ({ value, label: COLLECTION_LABELS[value] })),
          ]}
          {...form.getInputProps('collection')}
        />
        <NativeSelect
          label={t('reports.covid19Fields.result')}
          required
          data={[
            NONE_CHOSEN,
            ...RESULTS.map((value) => ({ value, label: resultOption(type ?? 'pcr', value).label })),
          ]}
          {...form.getInputProps('result')}
        />
        <NativeSelect
          label={t('reports.covid19Fields.reasonForTesting')}
          required
          data={[NONE_CHOSEN, ...REASONS.map((value) => ({ value, label: REASON_LABELS[value] }))]}
          {...form.getInputProps('reason')}
        />
        {form.values.reason === 'other' && (
          <TextInput
            label={t('reports.covid19Fields.whichReason')}
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
        label={t('reports.covid19Fields.passportOrIdentityCardOptional')}
        description={t('reports.covid19Fields.forTravelTheNumberIsPrinted')}
        data={IDENTITY_TYPES.map((value) => ({
          value,
          label: value === '' ? 'Not stated' : IDENTITY_LABELS[value],
        }))}
        {...form.getInputProps('identityType')}
      />
      {(form.values.identityType !== '' || form.values.identityNumber !== '') && (
        <TextInput
          label={t('reports.covid19Fields.numberOfTheDocument')}
          description={t('reports.covid19Fields.asTheDocumentPrintsIt')}
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
        label={t('reports.covid19Fields.symptoms')}
        required
        {...form.getInputProps('symptoms')}
        data-invalid={form.errors['symptoms'] !== undefined}
        onChange={(chosen) =>
          form.setFieldValue('symptoms', withoutContradiction(form.values.symptoms, chosen))
        }
      >
        <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing="sm" my="xs">
          {SYMPTOMS.map((value) => (
            <Checkbox key={value} value={value} label={SYMPTOM_OPTIONS[value].label} />
          ))}
        </SimpleGrid>
      </CheckboxGroup>
      <Textarea
        label={t('reports.covid19Fields.otherSymptoms')}
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
function withCurrent(current: string, options: { value: string; label: string }[]) {
  const known = SPECIMENS.find((value) => value === current);
  if (known === undefined || options.some(({ value }) => value === current)) {
    return [NONE_CHOSEN, ...options];
  }
  return [NONE_CHOSEN, ...options, { value: known, label: SPECIMEN_OPTIONS[known].label }];
}

/** "No symptoms" and symptoms exclude each other: the newer choice wins. */
function withoutContradiction(before: string[], chosen: string[]): string[] {
  const noneIsNew = chosen.includes('none') && !before.includes('none');
  return noneIsNew ? ['none'] : chosen.length > 1 ? chosen.filter((s) => s !== 'none') : chosen;
}
