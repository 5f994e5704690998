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

const WORDS: Record<DoctorDecision, { verb: string; done: string; consequence: string }> = {
  approve: {
    verb: 'Approve',
    done: 'approved',
    consequence:
      'The doctor can log in at once, find patients by name and send reports to them. Check the licence number with its register first. We tell the doctor by e-mail.',
  },
  refuse: {
    verb: 'Refuse',
    done: 'refused',
    consequence:
      'The doctor cannot log in. We tell them by e-mail. You can still let them in later.',
  },
  suspend: {
    verb: 'Suspend',
    done: 'suspended',
    consequence:
      'Every session of the doctor ends at once and they cannot log in. Reports that they issued stay valid and readable. We tell the doctor by e-mail. You can reinstate them later.',
  },
  reinstate: {
    verb: 'Reinstate',
    done: 'reinstated',
    consequence: 'The doctor can log in and write reports again. We tell them by e-mail.',
  },
};

/** The buttons that fit a doctor's status; each says first what will happen. */
export function DecideDoctor({ doctor }: { doctor: DoctorRow }) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState<DoctorDecision | null>(null);

  async function decide(decision: DoctorDecision) {
    const path = `/api/admin/doctors/${doctor.accountId}/decision`;
    await callApi('POST', path, z.undefined(), { decision });
    const message = `${doctor.name} is ${WORDS[decision].done}.`;
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
          aria-label={`${WORDS[decision].verb} ${doctor.name}`}
          onClick={() => setAsked(decision)}
        >
          {WORDS[decision].verb}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={`${WORDS[asked].verb} ${doctor.name}?`}
          verb={WORDS[asked].verb}
          destructive={closes(asked)}
          onConfirm={() => decide(asked)}
        >
          <Text>
            {t('accounts.decideDoctor.nameLicenceLicenceNumberClinic', {
              name: doctor.name,
              licenceNumber: doctor.licenceNumber,
              clinic: doctor.clinic,
            })}
          </Text>
          <Text>{WORDS[asked].consequence}</Text>
        </ConfirmDialog>
      )}
    </Group>
  );
}

function closes(decision: DoctorDecision): boolean {
  return decision === 'suspend' || decision === 'refuse';
}
