'use client';

import { useTranslations } from 'next-intl';
import { Alert, Checkbox, List, ListItem, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { classesFrom } from '@/audit/policy/data-class';
import classes from './draft-frame.module.css';
import { DraftActions } from './draft-actions';
import { focusMarkedField } from './focus-marked-field';
import { PatientPicker } from './patient-picker';
import { Card } from '@/components/plain/card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Stack } from '@/components/plain/stack';
import type { CommonForm } from '@/reports/templates/define-template';
import type { Draft } from './use-draft';

interface DraftFrameProps<F extends CommonForm> {
  draft: Draft<F>;
  doctorName: string;
  /** The fields of the template. */
  children: ReactNode;
}

/** What every report's form has: patient, doctor, date, remarks, and what can be done with the draft. */
export function DraftFrame<F extends CommonForm>({
  draft,
  doctorName,
  children,
}: DraftFrameProps<F>) {
  const t = useTranslations();
  const { form, checks } = draft;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (checks > 0) focusMarkedField(element.current);
  }, [checks]);
  return (
    <form
      ref={element}
      className={classes['form']}
      noValidate
      onFocus={draft.prepareCheck}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Stack gap="lg">
        <Card>
          <Stack gap="md">
            <PatientPicker
              patient={draft.patient}
              onPick={draft.pickPatient}
              error={form.errors['patientId']}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <TextInput
                type="date"
                label={t('reports.draftFrame.dateOfExamination')}
                required
                {...form.getInputProps('date')}
              />
              <TextInput label={t('common.doctor')} value={doctorName} variant="filled" readOnly />
            </SimpleGrid>
          </Stack>
        </Card>
        <Card>{children}</Card>
        <Card>
          <Textarea
            label={t('reports.draftFrame.remarks')}
            description={t('reports.draftFrame.remarksHint')}
            autosize
            minRows={3}
            maxRows={20}
            {...form.getInputProps('remarks')}
          />
          <NativeSelect
            mt="md"
            label={t('reports.draftFrame.confidentiality')}
            description={t('reports.draftFrame.confidentialityHint')}
            data={classesFrom(draft.lowestClass).map((value) => ({
              value,
              label: t(`reports.confidentiality.choice.${value}`),
            }))}
            {...form.getInputProps('confidentiality')}
          />
        </Card>
        <UnusualValues draft={draft} />
        <DraftActions draft={draft} />
      </Stack>
    </form>
  );
}

/** Asks about what is possible but unusual; the confirmation is for exactly what is listed. */
function UnusualValues<F extends CommonForm>({ draft }: { draft: Draft<F> }) {
  const t = useTranslations();
  if (draft.unusual.length === 0) return null;
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('reports.draftFrame.unusualTitle')}
    >
      <List size="sm" mb="sm">
        {draft.unusual.map((sentence) => (
          <ListItem key={sentence}>{sentence}</ListItem>
        ))}
      </List>
      <Checkbox
        label={t('reports.draftFrame.confirmUnusual')}
        checked={draft.confirmed}
        onChange={(event) => draft.confirm(event.currentTarget.checked)}
        error={draft.form.errors['confirmedUnusual']}
        data-invalid={draft.form.errors['confirmedUnusual'] !== undefined}
      />
    </Alert>
  );
}
