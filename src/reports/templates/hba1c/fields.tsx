'use client';

import { useTranslations } from 'next-intl';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MomentInput } from '@/components/inputs/moment-input';
import { Paper } from '@/components/plain/paper';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { adaCategory, isMisreadInPercent } from './category';
import { bothUnits } from './describe';
import { completeValues } from './complete-values';
import type { Hba1cDraft } from './schema';
import { SPECIMENS } from './specimens';
import { UNITS } from './units';

/** The part of the form that is about HbA1c. */
export function Hba1cFields({ form }: { form: UseFormReturnType<Hba1cDraft> }) {
  const t = useTranslations();
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
          label={t('templates.fields.specimen')}
          required
          data={[
            { value: '', label: t('templates.fields.choose') },
            ...SPECIMENS.map((value) => ({ value, label: t(`templates.hba1c.specimen.${value}`) })),
          ]}
          {...form.getInputProps('specimen')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <TextInput
          label={t('templates.hba1c.name')}
          required
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('values.result')}
        />
        <NativeSelect
          label={t('templates.hba1c.unit')}
          required
          data={[...UNITS]}
          {...form.getInputProps('values.unit')}
        />
        <TextInput
          label={t('templates.hba1c.targetInput')}
          inputMode="decimal"
          autoComplete="off"
          {...form.getInputProps('values.target')}
        />
      </SimpleGrid>
      <RangePanel values={form.values.values} />
      <Textarea
        label={t('templates.hba1c.treatment')}
        description={t('templates.hba1c.treatmentHint')}
        autosize
        minRows={2}
        {...form.getInputProps('treatment')}
      />
    </Stack>
  );
}

/** The value in both units and its range, as the PDF prints them. */
function RangePanel({ values }: { values: Hba1cDraft['values'] }) {
  const t = useTranslations();
  const complete = completeValues(values);
  return (
    <Paper p="md" role="status" aria-label={t('templates.hba1c.valueAndRange')}>
      {complete === null ? (
        <Text size="sm" c="dimmed">
          {t('templates.hba1c.rangeComesLater')}
        </Text>
      ) : (
        <>
          <Text fw={650}>{bothUnits(complete.result, t)}</Text>
          <Text>{t(`templates.hba1c.ada.${adaCategory(complete.result)}`)}</Text>
          {isMisreadInPercent(complete.result) && (
            <Text size="sm">{t('templates.hba1c.decidedByIfcc')}</Text>
          )}
          <Text size="sm" c="dimmed">
            {t('templates.hba1c.oneTestIsNoDiagnosis')}
          </Text>
        </>
      )}
    </Paper>
  );
}
