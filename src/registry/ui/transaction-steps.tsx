import { useTranslations } from 'next-intl';
import { Progress, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ExplorerLink } from '@/components/explorer-link';
import type { TransactionProgress } from '@/registry/calls/transaction-progress-schema';
import classes from './transaction-steps.module.css';

type StepState = 'done' | 'now' | 'later';

const STATE_WORDS: Record<StepState, string> = { done: 'done', now: 'under way', later: 'to come' };

/** Sent, in a block, confirmations, done: which of these is reached. */
export function TransactionSteps({ progress }: { progress: TransactionProgress }) {
  const t = useTranslations();
  const { status, confirmations, required, transactionHash, explorerUrl } = progress;
  const inBlock = status === 'in-block' || status === 'confirmed';
  const deepEnough = confirmations >= required;
  const confirmed = status === 'confirmed';
  const steps: [string, StepState][] = [
    ['Sent to the network', 'done'],
    ['In a block', inBlock ? 'done' : 'now'],
    [
      `${confirmations} of ${required} confirmations`,
      deepEnough ? 'done' : inBlock ? 'now' : 'later',
    ],
    ['Done', confirmed ? 'done' : deepEnough ? 'now' : 'later'],
  ];
  return (
    <Stack gap="sm">
      <ol className={classes['steps']}>
        {steps.map(([label, state], index) => (
          <li key={index} data-state={state} className={classes['step']}>
            <ThemeIcon
              size={26}
              radius="xl"
              variant={state === 'later' ? 'default' : state === 'now' ? 'light' : 'filled'}
              color={state === 'done' ? 'green' : 'harbour'}
              aria-hidden="true"
            >
              {state === 'done' ? <IconCheck size={16} /> : index + 1}
            </ThemeIcon>
            <span>
              {label}
              <VisuallyHidden>, {STATE_WORDS[state]}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ol>
      <Progress
        value={confirmed ? 100 : inBlock ? 30 + (60 * confirmations) / required : 15}
        aria-label={t('registry.transactionSteps.progressOfTheTransaction')}
        animated={!confirmed}
      />
      <Text size="sm" role="status">
        {describeProgress(progress)}
      </Text>
      {transactionHash !== null && (
        <div>
          <Text size="sm" c="dimmed">
            {t('registry.transactionSteps.transaction')}
          </Text>
          <Copyable name="transaction" text={transactionHash} />
          <ExplorerLink url={explorerUrl} />
        </div>
      )}
    </Stack>
  );
}

function describeProgress(progress: TransactionProgress): string {
  const { status, confirmations, required, knownToNetwork, chainReachable } = progress;
  if (status === 'confirmed') return 'The transaction is confirmed.';
  if (status === 'in-block') {
    return `In a block: ${confirmations} of ${required} confirmations.`;
  }
  if (!chainReachable) return 'Your wallet has sent the transaction.';
  if (knownToNetwork) return 'The network knows this transaction. It waits for a block.';
  return 'The network does not know this transaction yet. If it stays so for a minute, this page tells you, and you can start again.';
}
