'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Loader, Group, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import type { RelayHindrance } from '@/registry/relayer/relay-hindrances';
import { useCancelTransaction } from '../use-cancel-transaction';

interface RelayWaitingProps {
  transactionId: string;
  waitsFor: RelayHindrance | null;
  /** ISO 8601 */
  deadline: string;
  onClose: () => void;
}

/** A transaction that the patient has signed and that the clinic is about to send. */
export function RelayWaiting({ transactionId, waitsFor, deadline, onClose }: RelayWaitingProps) {
  const t = useTranslations();
  const { cancelling, problem, cancel } = useCancelTransaction(transactionId, onClose);
  return (
    <Stack gap="md" align="flex-start">
      {waitsFor === null ? (
        <Group gap="sm" wrap="nowrap">
          <Loader size="sm" aria-hidden="true" />
          <Text>{t('sharing.relayWaiting.soon')}</Text>
        </Group>
      ) : (
        <Alert
          color="yellow"
          icon={<IconHourglass aria-hidden="true" />}
          title={t('sharing.relayWaiting.waits')}
        >
          {t.rich(`sharing.relayWaiting.${waitsFor}`, { time: () => <ZonedTime at={deadline} /> })}
        </Alert>
      )}
      <Button variant="default" loading={cancelling} onClick={() => void cancel()}>
        {t('common.cancel')}
      </Button>
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
    </Stack>
  );
}
