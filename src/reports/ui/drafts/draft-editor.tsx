'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconMessageX } from '@tabler/icons-react';
import type { PickedPatient } from '@/accounts/people/patient-marks';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { FormAsTyped } from '@/reports/drafts/read-draft-form';
import { TEMPLATE_EDITORS } from '@/reports/templates/template-editors';
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
      <FilledEditor {...props} typed={typed} />
    </Stack>
  );
}

function FilledEditor<K extends ReportTemplate>({
  typed,
  ...props
}: Omit<DraftEditorProps, 'typed'> & { typed: FormAsTyped<K> }) {
  const t = useTranslations();
  const { loadSchema, class: lowestClass, unusual, Fields } = TEMPLATE_EDITORS[typed.template];
  const draft = useDraft({
    ...props,
    form: typed.form,
    loadSchema,
    lowestClass,
    unusual: (form) => unusual(form).map((sentence) => sentence(t)),
  });
  return (
    <DraftFrame draft={draft} doctorName={props.doctorName}>
      <Fields form={draft.form} />
    </DraftFrame>
  );
}
