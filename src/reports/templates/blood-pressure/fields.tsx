'use client';

import { useTranslations } from 'next-intl';
import { Fieldset, SimpleGrid, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { WholeNumberInput } from '@/components/inputs/whole-number-input';
import { Stack } from '@/components/plain/stack';
import type { BloodPressureDraft } from './schema';
import { VisitAssessmentPanel } from './visit-assessment-panel';

const LETTERS = ['a', 'b', 'c'] as const;

const NUMBERS = [
  { field: 'systolic', unit: 'mmHg', required: true },
  { field: 'diastolic', unit: 'mmHg', required: true },
  { field: 'pulse', unit: '/min', required: false },
] as const;

/** The part of the form that is about blood pressure. */
export function BloodPressureFields({ form }: { form: UseFormReturnType<BloodPressureDraft> }) {
  const t = useTranslations();
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        {LETTERS.map((letter) => (
          <Fieldset
            key={letter}
            legend={t('templates.bloodPressure.measurement', {
              letter: letter.toUpperCase(),
            })}
          >
            <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
              {NUMBERS.map(({ field, unit, required }) => (
                <WholeNumberInput
                  key={field}
                  label={t(`templates.bloodPressure.${field}`)}
                  placeholder={unit}
                  required={required}
                  {...form.getInputProps(`measurements.${letter}.${field}`)}
                />
              ))}
            </SimpleGrid>
          </Fieldset>
        ))}
      </SimpleGrid>
      <VisitAssessmentPanel measurements={form.values.measurements} />
      <Textarea
        label={t('templates.bloodPressure.medication')}
        description={t('templates.bloodPressure.medicationHint')}
        autosize
        minRows={2}
        {...form.getInputProps('medication')}
      />
    </Stack>
  );
}
