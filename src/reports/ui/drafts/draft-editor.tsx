'use client';

import { useTranslations } from 'next-intl';
import { Alert, Stack, Text } from '@mantine/core';
import { IconMessageX } from '@tabler/icons-react';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import { TextLink } from '@/components/text-link';
import {
  bloodPressureSchema,
  unusualReadings,
  type BloodPressureDraft,
} from '@/reports/templates/blood-pressure';
import { covid19Schema, unusualDetails, type Covid19Draft } from '@/reports/templates/covid-19';
import type { FormAsTyped } from '@/reports/drafts/read-draft-form';
import { BloodPressureFields } from './blood-pressure-fields';
import { Covid19Fields } from './covid-19-fields';
import { DraftFrame } from './draft-frame';
import { useDraft } from './use-draft';

interface DraftEditorProps {
  reportId: string;
  typed: FormAsTyped;
  patient: PickedPatient | null;
  doctorName: string;
  updatedAt: string;
  /** The rejected report that this one amends. */
  amends: { id: string; code: string; rejectionReason: string | null } | null;
}

/** The form of a draft, by its template. */
export function DraftEditor(props: DraftEditorProps) {
  const t = useTranslations();
  const { typed, amends } = props;
  return (
    <Stack gap="lg">
      {amends !== null && (
        <Alert
          color="yellow"
          icon={<IconMessageX aria-hidden="true" />}
          title={t('reports.draftEditor.rejectionReason')}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {amends.rejectionReason}
          </Text>
          <Text size="sm" mt="xs">
            {t.rich('reports.draftEditor.amends', {
              code: amends.code,
              link: (chunks) => <TextLink href={`/doctor/reports/${amends.id}`}>{chunks}</TextLink>,
            })}
          </Text>
        </Alert>
      )}
      {typed.template === 'BLOOD_PRESSURE' ? (
        <BloodPressureEditor {...props} form={typed.form} />
      ) : (
        <Covid19Editor {...props} form={typed.form} />
      )}
    </Stack>
  );
}

function BloodPressureEditor(props: DraftEditorProps & { form: BloodPressureDraft }) {
  const draft = useDraft({ ...props, schema: bloodPressureSchema, unusual: unusualReadings });
  return (
    <DraftFrame draft={draft} doctorName={props.doctorName}>
      <BloodPressureFields form={draft.form} />
    </DraftFrame>
  );
}

function Covid19Editor(props: DraftEditorProps & { form: Covid19Draft }) {
  const draft = useDraft({ ...props, schema: covid19Schema, unusual: unusualDetails });
  return (
    <DraftFrame draft={draft} doctorName={props.doctorName}>
      <Covid19Fields form={draft.form} />
    </DraftFrame>
  );
}
