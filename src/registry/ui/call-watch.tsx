'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useEffectEvent } from 'react';
import { ExplorerLink } from '@/components/explorer-link';
import { failureSentenceOf } from '@/registry/calls/transaction-failure';
import { TransactionSteps } from './transaction-steps';
import { useCallProgress } from './use-call-progress';

interface CallWatchProps {
  /** The hash that the wallet answered. */
  hash: string;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  onDone: () => void;
  /** It came to nothing, and the person starts again. */
  onAgain: () => void;
}

/** A sent transaction up to its last confirmation; then the page is read again. */
export function CallWatch({ hash, done, onDone, onAgain }: CallWatchProps) {
  const t = useTranslations();
  const router = useRouter();
  const { progress, problem, isDropped } = useCallProgress(hash);
  const confirmed = progress?.status === 'confirmed';
  const finish = useEffectEvent(() => {
    notifications.show({ color: 'green', title: 'Done', message: done, autoClose: 10_000 });
    startTransition(() => {
      router.refresh();
      onDone();
    });
  });
  useEffect(() => {
    if (confirmed) finish();
  }, [confirmed]);
  const failure = progress?.failure ?? (isDropped ? 'dropped' : null);
  if (failure !== null) {
    return (
      <Alert
        role="alert"
        color="red"
        icon={<IconX aria-hidden="true" />}
        title={t('registry.callWatch.itFailed')}
      >
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{failureSentenceOf(failure)(t)}</Text>
          <ExplorerLink url={progress?.explorerUrl ?? null} />
          <Button size="xs" variant="default" onClick={onAgain}>
            {t('registry.callWatch.startAgain')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="md">
      {progress !== null && <TransactionSteps progress={progress} />}
      {progress !== null && !confirmed && (
        <Text size="sm" c="dimmed">
          {t('registry.callWatch.youCanCloseThisPageIt')}
        </Text>
      )}
      {(problem !== null || progress?.chainReachable === false) && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {problem ?? 'The blockchain cannot be asked now. Nothing is lost.'} This page keeps
          asking.
        </Alert>
      )}
    </Stack>
  );
}
