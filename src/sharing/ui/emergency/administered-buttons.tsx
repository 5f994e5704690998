'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';
import type { AdministeredEmergency } from '@/sharing/emergency/emergencies-to-review';
import { EndEmergencyButton } from './end-emergency-button';
import { ReviewForm } from './review-form';

/** What an administrator can do about an emergency access in its present state. */
export function AdministeredButtons({ access }: { access: AdministeredEmergency }) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const { accessId, state, verdict, openedAt, isAcknowledgedByYou, isAltered } = access;
  if (isAltered) return null;
  if (reviewing) return <ReviewForm accessId={accessId} onCancel={() => setReviewing(false)} />;
  return (
    <Group gap="sm">
      {state === 'ASKED' && !isAcknowledgedByYou && (
        <Button onClick={() => setAsked(true)}>{t('sharing.administered.acknowledge')}</Button>
      )}
      {state === 'ASKED' && isAcknowledgedByYou && (
        <Text size="sm" c="dimmed">
          {t('sharing.administered.waitsForAnother')}
        </Text>
      )}
      {openedAt !== null && verdict === null && (
        <Button
          variant={state === 'OPEN' ? 'default' : 'filled'}
          onClick={() => setReviewing(true)}
        >
          {t('sharing.administered.review')}
        </Button>
      )}
      {(state === 'ASKED' || state === 'OPEN') && (
        <EndEmergencyButton accessId={accessId} how={state === 'ASKED' ? 'decline' : 'end'} />
      )}
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('sharing.administered.title')}
        verb={t('sharing.administered.acknowledge')}
        onConfirm={async () => {
          const path = `/api/emergency-accesses/${accessId}/acknowledgement` as const;
          await callApi('POST', path, z.undefined());
          router.refresh();
        }}
      >
        <Text>{t('sharing.administered.text')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
