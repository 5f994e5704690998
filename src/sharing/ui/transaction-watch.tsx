'use client';

import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck, IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { ChainProfile } from '@/registry/chain-profile';
import { TransactionSteps } from './transaction-steps';
import { UnsentTransaction } from './unsent-transaction';
import { isSettled, useTransaction, type TransactionAnswer } from './use-transaction';

interface TransactionWatchProps {
  transactionId: string;
  chain: ChainProfile;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  /** The person goes on, or starts again, after it is settled. */
  onClose: () => void;
}

/** One transaction from the wallet to its last confirmation, whatever becomes of it. */
export function TransactionWatch({ transactionId, chain, done, onClose }: TransactionWatchProps) {
  const router = useRouter();
  const { answer, problem } = useTransaction(transactionId);
  const settled = answer !== null && isSettled(answer);
  useEffect(() => {
    // The rest of the page has changed with it.
    if (settled) router.refresh();
  }, [settled, router]);
  return (
    <Stack gap="md">
      {answer === null && problem === null && <Skeleton height={140} />}
      {answer !== null && <Present answer={answer} chain={chain} done={done} onClose={onClose} />}
      {problem !== null && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          {problem} This page keeps asking.
        </Alert>
      )}
      {answer !== null && !answer.chainReachable && (
        <Alert color="yellow" icon={<IconPlugConnectedX aria-hidden="true" />}>
          The blockchain cannot be asked now. Nothing is lost; this page keeps asking.
        </Alert>
      )}
    </Stack>
  );
}

type PresentProps = Omit<TransactionWatchProps, 'transactionId'> & { answer: TransactionAnswer };

function Present({ answer, chain, done, onClose }: PresentProps) {
  if (answer.status === 'prepared' && answer.prepared !== null) {
    return <UnsentTransaction prepared={answer.prepared} chain={chain} onClose={onClose} />;
  }
  if (answer.status === 'cancelled') {
    return <Ended title="Cancelled" sentence="Nothing was sent." onClose={onClose} />;
  }
  if (answer.failure !== null) {
    return <Ended title="It failed" sentence={answer.failure.sentence} onClose={onClose} />;
  }
  return (
    <>
      <TransactionSteps progress={answer} />
      {answer.status === 'confirmed' ? (
        <Alert
          role="status"
          color="green"
          icon={<IconCheck aria-hidden="true" />}
          title="Done"
          withCloseButton
          closeButtonLabel="Close"
          onClose={onClose}
        >
          {done}
        </Alert>
      ) : (
        <Text size="sm" c="dimmed">
          You can close this page: it goes on by itself, and you find it here when you come back.
        </Text>
      )}
    </>
  );
}

function Ended(props: { title: string; sentence: string; onClose: () => void }) {
  return (
    <Alert role="alert" color="red" icon={<IconX aria-hidden="true" />} title={props.title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{props.sentence}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={props.onClose}>
            Start again
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
