'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useEffectEvent, useRef } from 'react';
import { failureSentenceOf } from '@/registry/calls/transaction-failure';
import { ExplorerLink } from '@/components/explorer-link';
import { WaitingBox } from '@/components/feedback/waiting-box';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { TransactionSteps } from '@/registry/ui/transaction-steps';
import classes from './transaction-watch.module.css';
import { UnsentTransaction } from './unsent-transaction';
import { isSettled, useTransaction, type TransactionAnswer } from './use-transaction';

interface TransactionWatchProps {
  transactionId: string;
  chain: ChainProfile;
  /** It was just sent from this page: the eye and the screen reader are led to it. */
  isNew: boolean;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  /** It is confirmed: said in a notification, the page is being read again. */
  onConfirmed?: () => void;
  /** It came to nothing, and the person starts again. */
  onClose: () => void;
}

/** One transaction from the wallet to its last confirmation, whatever becomes of it. */
export function TransactionWatch(props: TransactionWatchProps) {
  const t = useTranslations();
  const { transactionId, chain, isNew, done, onConfirmed, onClose } = props;
  const router = useRouter();
  const { answer, problem } = useTransaction(transactionId);
  const settled = answer !== null && isSettled(answer);
  const finish = useEffectEvent(() => {
    const confirmed = answer?.status === 'confirmed';
    // The rest of the page has changed with it: this goes when that is there.
    startTransition(() => {
      router.refresh();
      if (confirmed) onConfirmed?.();
    });
    if (confirmed) {
      notifications.show({ color: 'green', title: 'Done', message: done, autoClose: 10_000 });
    }
  });
  useEffect(() => {
    if (settled) finish();
  }, [settled]);
  const top = useRef<HTMLDivElement>(null);
  const arrive = useEffectEvent(() => {
    if (!isNew) return;
    top.current?.focus();
    // The page under it has got its badge, too.
    router.refresh();
  });
  useEffect(() => {
    arrive();
  }, [transactionId]);
  return (
    <Stack gap="md" ref={top} tabIndex={-1} className={classes['watch'] ?? ''}>
      {answer === null && problem === null && (
        <WaitingBox height={140}>
          {t('sharing.transactionWatch.askingWhereTheTransactionIs')}
        </WaitingBox>
      )}
      {answer !== null && <Present answer={answer} chain={chain} onClose={onClose} />}
      {problem !== null && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {t('sharing.transactionWatch.problemThisPageKeepsAsking', { problem })}
        </Alert>
      )}
      {answer !== null && !answer.chainReachable && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {t('sharing.transactionWatch.theBlockchainCannotBeAskedNow')}
        </Alert>
      )}
    </Stack>
  );
}

type PresentProps = Pick<TransactionWatchProps, 'chain' | 'onClose'> & {
  answer: TransactionAnswer;
};

function Present({ answer, chain, onClose }: PresentProps) {
  const t = useTranslations();
  if (answer.status === 'prepared' && answer.prepared !== null) {
    return <UnsentTransaction prepared={answer.prepared} chain={chain} onClose={onClose} />;
  }
  if (answer.status === 'prepared') {
    return <Text>{t('sharing.transactionWatch.thisWasNotConfirmedInYour')}</Text>;
  }
  if (answer.status === 'cancelled') {
    return (
      <Ended
        title={t('sharing.transactionWatch.cancelled')}
        sentence="Nothing was sent from here."
        explorerUrl={null}
        onClose={onClose}
      />
    );
  }
  if (answer.failure !== null) {
    return (
      <Ended
        title={t('sharing.transactionWatch.itFailed')}
        sentence={failureSentenceOf(answer.failure)(t)}
        explorerUrl={answer.explorerUrl}
        onClose={onClose}
      />
    );
  }
  return (
    <>
      <TransactionSteps progress={answer} />
      {answer.status !== 'confirmed' && (
        <Text size="sm" c="dimmed">
          {t('sharing.transactionWatch.youCanCloseThisPageIt')}
        </Text>
      )}
    </>
  );
}

interface EndedProps {
  title: string;
  sentence: string;
  explorerUrl: string | null;
  onClose: () => void;
}

function Ended(props: EndedProps) {
  const t = useTranslations();
  return (
    <Alert role="alert" color="red" icon={<IconX aria-hidden="true" />} title={props.title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{props.sentence}</Text>
        <ExplorerLink url={props.explorerUrl} />
        <Group>
          <Button size="xs" variant="default" onClick={props.onClose}>
            {t('sharing.transactionWatch.startAgain')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
