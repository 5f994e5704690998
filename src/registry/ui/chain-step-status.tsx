'use client';

import { Group, Loader, Text } from '@mantine/core';
import { ErrorNotice } from '@/components/error-notice';

/** How far a paid step is, until the wallet has sent it. */
export type ChainStepPhase =
  | { at: 'idle' }
  | { at: 'wallet' | 'preparing' | 'confirming' }
  | { at: 'failed'; message: string };

const WORDS = {
  wallet: 'Your wallet is asked for the account and the network. Please answer there.',
  preparing: 'The transaction is being prepared…',
  confirming:
    'Please look at the transaction in your wallet, then confirm or reject it there. This page waits.',
} as const;

/** What a paid step waits for now, or why it ended; read aloud when it changes. */
export function ChainStepStatus({ phase }: { phase: ChainStepPhase }) {
  return (
    <>
      <div role="status">
        {(phase.at === 'wallet' || phase.at === 'preparing' || phase.at === 'confirming') && (
          <Group gap="sm" wrap="nowrap">
            <Loader size="sm" aria-hidden="true" />
            <Text>{WORDS[phase.at]}</Text>
          </Group>
        )}
      </div>
      {phase.at === 'failed' && <ErrorNotice>{phase.message}</ErrorNotice>}
    </>
  );
}
