'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { ExplorerLink } from '@/components/explorer-link';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { failureSentenceOf } from '@/registry/contract/transaction-failure';
import { isSettled, type TransactionProgress } from '@/registry/calls/transaction-progress-schema';
import { TransactionSteps } from './transaction-steps';
import classes from './transaction-watch.module.css';
import { useTransactionProgress, type FollowTransaction } from './use-transaction-progress';

interface TransactionWatchProps<Progress extends TransactionProgress> {
  /** The id or hash that `follow` takes. */
  id: string;
  follow: FollowTransaction<Progress>;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  /** What happens when the page is closed meanwhile, as a sentence. */
  leaving: string;
  /** It was just sent from this page: focus moves to it, and the rest of the page is refreshed. */
  isNew?: boolean;
  /** Shown while the wallet has not sent it. */
  unsent?: (progress: Progress) => ReactNode;
  /** It is confirmed: the notification is shown, the page is being refreshed. */
  onConfirmed?: () => void;
  /** It failed or was cancelled, and the person starts again. */
  onAgain: () => void;
}

/** One transaction from the wallet to its last confirmation. */
export function TransactionWatch<Progress extends TransactionProgress>(
  props: TransactionWatchProps<Progress>,
) {
  const t = useTranslations();
  const { id, follow, done, isNew = false, onConfirmed } = props;
  const router = useRouter();
  const { progress, problem } = useTransactionProgress(id, follow);
  const settled = progress !== null && isSettled(progress);
  const finish = useEffectEvent(() => {
    const confirmed = progress?.status === 'confirmed';
    // The transaction has changed the rest of the page: this part disappears when the new page is there.
    startTransition(() => {
      router.refresh();
      if (confirmed) onConfirmed?.();
    });
    if (confirmed) {
      const title = t('registry.transactionWatch.done');
      notifications.show({ color: 'green', title, message: done, autoClose: 10_000 });
    }
  });
  useEffect(() => {
    if (settled) finish();
  }, [settled]);
  const top = useRef<HTMLDivElement>(null);
  const arrive = useEffectEvent(() => {
    if (!isNew) return;
    top.current?.focus();
    router.refresh();
  });
  useEffect(() => {
    arrive();
  }, [id]);
  return (
    <Stack gap="md" ref={top} tabIndex={-1} className={classes['watch'] ?? ''}>
      {progress === null && problem === null && (
        <WaitingBox height={140}>{t('registry.transactionWatch.asking')}</WaitingBox>
      )}
      {progress !== null && <Present {...props} progress={progress} />}
      {problem !== null && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {t('registry.transactionWatch.problem', { problem })}
        </Alert>
      )}
      {progress !== null && !progress.chainReachable && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {t('registry.transactionWatch.chainUnavailable')}
        </Alert>
      )}
    </Stack>
  );
}

function Present<Progress extends TransactionProgress>(
  props: TransactionWatchProps<Progress> & { progress: Progress },
) {
  const t = useTranslations();
  const { progress, leaving, unsent, onAgain } = props;
  if (progress.status === 'prepared') return unsent?.(progress);
  if (progress.status === 'cancelled') {
    return (
      <Ended
        title={t('registry.transactionWatch.cancelled')}
        sentence={t('registry.transactionWatch.nothingSent')}
        explorerUrl={null}
        onAgain={onAgain}
      />
    );
  }
  if (progress.failure !== null) {
    return (
      <Ended
        title={t('registry.transactionWatch.failed')}
        sentence={failureSentenceOf(progress.failure)(t)}
        explorerUrl={progress.explorerUrl}
        onAgain={onAgain}
      />
    );
  }
  return (
    <>
      <TransactionSteps progress={progress} />
      {progress.status !== 'confirmed' && (
        <Text size="sm" c="dimmed">
          {leaving}
        </Text>
      )}
    </>
  );
}

interface EndedProps {
  title: string;
  sentence: string;
  explorerUrl: string | null;
  onAgain: () => void;
}

function Ended({ title, sentence, explorerUrl, onAgain }: EndedProps) {
  const t = useTranslations();
  return (
    <Alert role="alert" color="red" icon={<IconX aria-hidden="true" />} title={title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{sentence}</Text>
        <ExplorerLink url={explorerUrl} />
        <Button size="xs" variant="default" onClick={onAgain}>
          {t('registry.transactionWatch.startAgain')}
        </Button>
      </Stack>
    </Alert>
  );
}
