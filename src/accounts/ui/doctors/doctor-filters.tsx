'use client';

import { useTranslations } from 'next-intl';
import { Group, Loader, NativeSelect, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { PersonSelect } from '@/components/inputs/person-select';
import { useAddressQuery } from '@/components/frame/use-address-query';
import { AccountStatus } from '@/generated/prisma/enums';
import type { DoctorCandidate } from '@/accounts/doctors/doctor-candidate';

const STATUSES = Object.values(AccountStatus).filter((status) => status !== 'UNCONFIRMED');

/** Narrows the list to one doctor, kept in the address by an id, or to one status. */
export function DoctorFilters({ doctor }: { doctor: DoctorCandidate | null }) {
  const t = useTranslations();
  const { params, narrow, pending } = useAddressQuery<'doctor' | 'status'>();
  return (
    <Group component="search" align="flex-end" gap="sm" mb="lg">
      <PersonSelect
        label={t('common.doctor')}
        placeholder={t('accounts.doctorFilters.nameEMailLicenceOrClinic')}
        path="/api/admin/doctors/search"
        loadCandidates={loadDoctors}
        picked={doctor}
        minLetters={1}
        tooShort={t('accounts.doctorFilters.tooShort')}
        noneFound={t('accounts.doctorFilters.noneFound')}
        onPick={(person) => narrow({ doctor: person?.accountId ?? null, status: null })}
        option={(person) => <DoctorOption doctor={person} />}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        {...(pending
          ? {
              rightSection: <Loader size="xs" aria-label={t('accounts.doctorFilters.searching')} />,
            }
          : {})}
        flex="1 1 220px"
        maw={420}
      />
      <NativeSelect
        label={t('accounts.doctorFilters.status')}
        data={[
          { value: '', label: t('accounts.doctorFilters.all') },
          ...STATUSES.map((status) => ({ value: status, label: t(`accounts.statuses.${status}`) })),
        ]}
        value={params.get('status') ?? ''}
        onChange={(event) => narrow({ status: event.currentTarget.value, doctor: null })}
        flex="0 1 220px"
      />
    </Group>
  );
}

/** Shows the licence number beside the name, because two doctors may share a name. */
function DoctorOption({ doctor: { name, licenceNumber } }: { doctor: DoctorCandidate }) {
  return (
    <Group justify="space-between" gap="sm" flex={1}>
      <Text component="span" fw={600}>
        {name}
      </Text>
      <Text component="span" size="sm">
        {licenceNumber}
      </Text>
    </Group>
  );
}

async function loadDoctors() {
  return (await import('@/accounts/doctors/doctor-candidate')).doctorCandidateSchema.array();
}
