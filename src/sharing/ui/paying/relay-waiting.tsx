'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import type { transactionAnswerSchema } from '@/sharing/anchoring/prepared-transaction';
import { useCancelTransaction } from '../use-cancel-transaction';
import { useSendNow } from './use-send-now';
import { WaitingPlan } from './waiting-plan';

type Relay = NonNullable<z.infer<typeof transactionAnswerSchema>['relay']>;

interface RelayWaitingProps {
  transactionId: string;
  relay: Relay;
  onClose: () => void;
}

/** A transaction that the patient has signed and that the clinic sends: soon, or when the price is low. */
export function RelayWaiting({ transactionId, relay, onClose }: RelayWaitingProps) {
  const t = useTranslations();
  const { cancelling, problem, cancel } = useCancelTransaction(transactionId, onClose);
  const now = useSendNow(transactionId);
  const { waitsFor, whenCheap, deadline } = relay;
  return (
    <Stack gap="md" align="flex-start">
      {waitsFor !== null ? (
        <Alert
          color="yellow"
          icon={<IconHourglass aria-hidden="true" />}
          title={t('sharing.relayWaiting.waits')}
        >
          <Stack gap="xs">
            <Text>
              {t.rich(`sharing.relayWaiting.${waitsFor}`, {
                time: () => <ZonedTime at={deadline} />,
              })}
            </Text>
            <Text>{t('sharing.relayWaiting.atTheEnd')}</Text>
          </Stack>
        </Alert>
      ) : whenCheap && !now.isAsked ? (
        <LowPrice relay={relay} />
      ) : (
        <Group gap="sm" wrap="nowrap">
          <Loader size="sm" aria-hidden="true" />
          <Text>{t('sharing.relayWaiting.soon')}</Text>
        </Group>
      )}
      <Group gap="sm">
        {/* What the clinic cannot pay now, it cannot send at once either. */}
        {whenCheap && !now.isAsked && waitsFor === null && (
          <Button
            variant="default"
            loading={now.sending}
            disabled={cancelling}
            onClick={() => void now.send()}
          >
            {t('sharing.relayWaiting.sendNow')}
          </Button>
        )}
        <Button
          variant="default"
          loading={cancelling}
          disabled={now.sending}
          onClick={() => void cancel()}
        >
          {t('common.cancel')}
        </Button>
      </Group>
      {(problem ?? now.problem) !== null && <ErrorNotice>{problem ?? now.problem}</ErrorNotice>}
    </Stack>
  );
}

function LowPrice({ relay: { plan, deadline } }: { relay: Relay }) {
  const t = useTranslations();
  return (
    <>
      <Text>{t('sharing.relayWaiting.whenCheap')}</Text>
      {plan !== null && <WaitingPlan plan={plan} />}
      <Text size="sm" c="dimmed">
        {t.rich('sharing.relayWaiting.cap', { time: () => <ZonedTime at={deadline} /> })}
      </Text>
    </>
  );
}
