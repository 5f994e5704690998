'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import type { AccountStatus } from '@/generated/prisma/enums';
import { callApi } from '@/platform/http/call-api';
import type { DoctorDecision } from '@/accounts/doctors/decide-doctor';
import type { DoctorRow } from '@/accounts/doctors/list-doctors';

const OFFERED: Record<AccountStatus, readonly DoctorDecision[]> = {
  UNCONFIRMED: [],
  PENDING: ['approve', 'refuse'],
  ACTIVE: ['suspend'],
  SUSPENDED: ['reinstate'],
};

/** The buttons that fit a doctor's status; each explains first what will happen. */
export function DecideDoctor({ doctor }: { doctor: DoctorRow }) {
  const t = useTranslations();
  const router = useRouter();
  const { name } = doctor;
  const [asked, setAsked] = useState<DoctorDecision | null>(null);

  async function decide(decision: DoctorDecision) {
    const path = `/api/admin/doctors/${doctor.accountId}/decision`;
    await callApi('POST', path, z.undefined(), { decision });
    const message = t(`accounts.decideDoctor.${decision}.done`, { name });
    notifications.show({ color: 'green', message });
    router.refresh();
  }

  return (
    <Group gap="xs">
      {OFFERED[doctor.status].map((decision) => (
        <Button
          key={decision}
          size="sm"
          variant={closes(decision) ? 'default' : 'filled'}
          aria-label={t(`accounts.decideDoctor.${decision}.verbName`, { name })}
          onClick={() => setAsked(decision)}
        >
          {t(`accounts.decideDoctor.${decision}.verb`)}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`accounts.decideDoctor.${asked}.question`, { name })}
          verb={t(`accounts.decideDoctor.${asked}.verb`)}
          destructive={closes(asked)}
          onConfirm={() => decide(asked)}
        >
          <Text>
            {t('accounts.decideDoctor.who', {
              name,
              licenceNumber: doctor.licenceNumber,
              clinic: doctor.clinic,
            })}
          </Text>
          <Text>{t(`accounts.decideDoctor.${asked}.consequence`)}</Text>
        </ConfirmDialog>
      )}
    </Group>
  );
}

function closes(decision: DoctorDecision): boolean {
  return decision === 'suspend' || decision === 'refuse';
}
