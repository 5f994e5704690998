'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import type { FactorResetRow } from '@/accounts/factor-resets/list-factor-resets';
import { ConfirmDialog } from '@/components/feedback/confirm-dialog';
import { callApi } from '@/platform/http/call-api';

type Decision = 'confirmation' | 'decline';

/** Confirms or declines a reset, once the administrator has read what will happen. */
export function ResetDecisionButtons({ reset }: { reset: FactorResetRow }) {
  const t = useTranslations();
  const router = useRouter();
  const [asked, setAsked] = useState<Decision | null>(null);
  const { id, person, hindrance, state } = reset;
  const { name } = person;
  const isOpen = state === 'REQUESTED' || state === 'CONFIRMED';
  if (!isOpen) return null;

  async function decide(decision: Decision) {
    await callApi('POST', `/api/admin/factor-resets/${id}/${decision}`, z.undefined(), {});
    const message = t(`accounts.resetDecisionButtons.${decision}.done`, { name });
    notifications.show({ color: 'green', message });
    router.refresh();
  }

  return (
    <Stack gap="xs" align="flex-end" maw={320}>
      <Group gap="xs">
        {hindrance === null && (
          <Button
            size="sm"
            aria-label={t('accounts.resetDecisionButtons.confirmation.verbName', { name })}
            onClick={() => setAsked('confirmation')}
          >
            {t('accounts.resetDecisionButtons.confirmation.verb')}
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          aria-label={t('accounts.resetDecisionButtons.decline.verbName', { name })}
          onClick={() => setAsked('decline')}
        >
          {t('accounts.resetDecisionButtons.decline.verb')}
        </Button>
      </Group>
      {hindrance !== null && hindrance !== 'over' && (
        <Text size="sm">{t(`accounts.resetDecisionButtons.hindrance.${hindrance}`)}</Text>
      )}
      {asked !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`accounts.resetDecisionButtons.${asked}.question`, { name })}
          verb={t(`accounts.resetDecisionButtons.${asked}.verb`)}
          destructive={asked === 'decline'}
          onConfirm={() => decide(asked)}
        >
          {asked === 'decline' ? (
            <Text>{t('accounts.resetDecisionButtons.decline.consequence')}</Text>
          ) : (
            <Consequences reset={reset} />
          )}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function Consequences({ reset: { person, confirmedBy } }: { reset: FactorResetRow }) {
  const t = useTranslations();
  return (
    <>
      <Text>{t('accounts.resetDecisionButtons.confirmation.identify', { name: person.name })}</Text>
      <List size="sm">
        <List.Item>
          {confirmedBy.length === 0
            ? t('accounts.resetDecisionButtons.confirmation.first')
            : t('accounts.resetDecisionButtons.confirmation.second')}
        </List.Item>
        <List.Item>{t('accounts.resetDecisionButtons.confirmation.removed')}</List.Item>
        <List.Item>{t('accounts.resetDecisionButtons.confirmation.mailed')}</List.Item>
      </List>
    </>
  );
}
