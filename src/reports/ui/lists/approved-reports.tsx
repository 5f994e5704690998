'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { LinkButton } from '@/components/link-button';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import type { PatientReportLine } from '@/reports/lists/list-patient-reports';
import { reportTitle } from '@/reports/ui/report-title';
import { PatientReportsCard } from './patient-reports-card';

interface ApprovedReportsProps {
  reports: PatientReportLine[];
  /** How many can be sealed at once. */
  most: number;
}

/** The reports that can be sealed, several of them at once if the patient chooses so. */
export function ApprovedReports({ reports, most }: ApprovedReportsProps) {
  const t = useTranslations();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ready = reports.filter(({ state }) => state === 'APPROVED');
  const chosen = ready.filter(({ id }) => ticked.has(id));
  const list = {
    title: t('reports.approvedReports.title'),
    hint: t('reports.approvedReports.hint'),
    reports,
  };
  if (ready.length < 2) return <PatientReportsCard {...list} />;

  function tick(id: string, on: boolean) {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  }

  return (
    <PatientReportsCard
      {...list}
      lead={({ id, state, title, code }) =>
        state === 'APPROVED' && (
          <Checkbox
            aria-label={t('reports.approvedReports.choose', {
              title: reportTitle({ title, code }, t),
              code,
            })}
            checked={ticked.has(id)}
            disabled={!ticked.has(id) && chosen.length >= most}
            onChange={(event) => tick(id, event.currentTarget.checked)}
          />
        )
      }
      footer={
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {chosen.length === 0
              ? t('reports.approvedReports.chooseHint')
              : t(
                  chosen.length < most
                    ? 'reports.approvedReports.chosen'
                    : 'reports.approvedReports.chosenMost',
                  { chosen: chosen.length, ready: ready.length },
                )}
          </Text>
          <LinkButton
            href={`/patient/seal?${chosen.map(({ id }) => `report=${id}`).join('&')}`}
            leftSection={<IconStack2 size={18} aria-hidden="true" />}
            disabled={chosen.length < 2}
          >
            {chosen.length < 2
              ? t('reports.approvedReports.sealSeveral')
              : t('reports.approvedReports.sealChosen', { chosenCount: chosen.length })}
          </LinkButton>
        </Group>
      }
    />
  );
}
