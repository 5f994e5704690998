'use client';

import { useTranslations } from 'next-intl';
import { Group, Loader, NativeSelect } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { PersonSelect } from '@/components/inputs/person-select';
import { useAddressQuery } from '@/components/frame/use-address-query';
import { ReportState } from '@/generated/prisma/enums';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { OwnPatient } from '@/reports/drafts/own-patient';
import { PatientOption } from '@/reports/ui/drafts/patient-option';

/**
 * Narrows the dashboard to one patient and to one state of a report. Both are kept in the address, the
 * patient by the id, because a name in an address would reach server logs.
 */
export function ReportFilters({ patient }: { patient: OwnPatient | null }) {
  const t = useTranslations();
  const { params, narrow, pending } = useAddressQuery<'patient' | 'state'>();
  const states = [
    { value: '', label: t('reports.reportFilters.allStates') },
    ...Object.values(ReportState)
      .filter((state) => state !== 'DISCARDED')
      .map((state) => ({ value: state, label: t(`components.reportStates.${state}`) })),
  ];
  return (
    <Group component="search" align="flex-end" gap="sm" mb="lg">
      <PersonSelect
        label={t('reports.reportFilters.patient')}
        placeholder={t('reports.reportFilters.patientHint')}
        path="/api/reports/patients/search"
        loadCandidates={loadOwnPatients}
        picked={patient}
        minLetters={1}
        tooShort={t('reports.reportFilters.tooShort')}
        noneFound={t('reports.reportFilters.notFound')}
        onPick={(person) => narrow({ patient: person?.accountId ?? null })}
        option={({ name, birthDate, number }) => (
          <PatientOption
            name={name}
            born={
              birthDate === null
                ? null
                : t('reports.patientMarks.bornOn', { day: formatPartialDate(birthDate, t) })
            }
            marks={number === null ? null : t('reports.patientMarks.number', { number })}
          />
        )}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        {...(pending
          ? { rightSection: <Loader size="xs" aria-label={t('reports.reportFilters.searching')} /> }
          : {})}
        flex="1 1 220px"
        maw={420}
      />
      <NativeSelect
        label={t('reports.reportFilters.state')}
        data={states}
        value={params.get('state') ?? ''}
        onChange={(event) => narrow({ state: event.currentTarget.value })}
        flex="0 1 220px"
      />
    </Group>
  );
}

async function loadOwnPatients() {
  return (await import('@/reports/drafts/own-patient')).ownPatientSchema.array();
}
