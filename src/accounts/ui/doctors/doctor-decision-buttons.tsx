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
  ERASED: [],
};

/** The buttons that fit a doctor's status; each explains first what will happen. */
export function DoctorDecisionButtons({ doctor }: { doctor: DoctorRow }) {
  const t = useTranslations();
  const router = useRouter();
  const { name } = doctor;
  const [asked, setAsked] = useState<DoctorDecision | null>(null);

  async function decide(decision: DoctorDecision) {
    const path = `/api/admin/doctors/${doctor.accountId}/decision`;
    await callApi('POST', path, z.undefined(), { decision });
    const message = t(`accounts.doctorDecisionButtons.${decision}.done`, { name });
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
          aria-label={t(`accounts.doctorDecisionButtons.${decision}.verbName`, { name })}
          onClick={() => setAsked(decision)}
        >
          {t(`accounts.doctorDecisionButtons.${decision}.verb`)}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`accounts.doctorDecisionButtons.${asked}.question`, { name })}
          verb={t(`accounts.doctorDecisionButtons.${asked}.verb`)}
          destructive={closes(asked)}
          onConfirm={() => decide(asked)}
        >
          <Text>
            {t('accounts.doctorDecisionButtons.who', {
              name,
              licenceNumber: doctor.licenceNumber,
              clinic: doctor.clinic,
            })}
          </Text>
          <Text>{t(`accounts.doctorDecisionButtons.${asked}.consequence`)}</Text>
        </ConfirmDialog>
      )}
    </Group>
  );
}

function closes(decision: DoctorDecision): boolean {
  return decision === 'suspend' || decision === 'refuse';
}
