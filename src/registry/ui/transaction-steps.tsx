import { useTranslations } from 'next-intl';
import { Progress, Stack, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ExplorerLink } from '@/components/explorer-link';
import type { Sentence } from '@/messages/translator';
import type { TransactionProgress } from '@/registry/calls/transaction-progress-schema';
import classes from './transaction-steps.module.css';

type StepState = 'done' | 'now' | 'later';

/** The steps of a sent transaction: in a block, confirmations, done. */
export function TransactionSteps({ progress }: { progress: TransactionProgress }) {
  const t = useTranslations();
  const { status, confirmations, required, transactionHash, explorerUrl } = progress;
  const inBlock = status === 'in-block' || status === 'confirmed';
  const deepEnough = confirmations >= required;
  const confirmed = status === 'confirmed';
  const steps: [string, StepState][] = [
    [t('registry.transactionSteps.sent'), 'done'],
    [t('registry.transactionSteps.inBlock'), inBlock ? 'done' : 'now'],
    [
      t('registry.transactionSteps.confirmations', { confirmations, required }),
      deepEnough ? 'done' : inBlock ? 'now' : 'later',
    ],
    [t('registry.transactionSteps.done'), confirmed ? 'done' : deepEnough ? 'now' : 'later'],
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
              <VisuallyHidden>{t(`registry.transactionSteps.states.${state}`)}</VisuallyHidden>
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
        {describeProgress(progress)(t)}
      </Text>
      {transactionHash !== null && (
        <div>
          <Text size="sm" c="dimmed">
            {t('registry.transactionSteps.transaction')}
          </Text>
          <Copyable name={t('registry.transactionSteps.transactionName')} text={transactionHash} />
          <ExplorerLink url={explorerUrl} />
        </div>
      )}
    </Stack>
  );
}

function describeProgress(progress: TransactionProgress): Sentence {
  const { status, confirmations, required, knownToNetwork, chainReachable } = progress;
  if (status === 'confirmed') return (t) => t('registry.transactionSteps.isConfirmed');
  if (status === 'in-block') {
    return (t) => t('registry.transactionSteps.isInBlock', { confirmations, required });
  }
  if (!chainReachable) return (t) => t('registry.transactionSteps.isSent');
  if (knownToNetwork) return (t) => t('registry.transactionSteps.waitsForBlock');
  return (t) => t('registry.transactionSteps.notKnownYet');
}
