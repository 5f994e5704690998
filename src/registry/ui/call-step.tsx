'use client';

import { useTranslations } from 'next-intl';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { preparedCallSchema } from '@/registry/calls/prepared-call';
import { sendCall } from '../wallet/send-call';
import { useWalletCall } from '../wallet/use-wallet-call';
import { followCall } from './follow-call';
import { TransactionWatch } from './transaction-watch';
import { useQuote } from '@/registry/ui/fees/use-quote';
import { WalletConfirm } from '@/registry/ui/wallet/wallet-confirm';

interface CallStepProps {
  /** The route that composes the call; its price is quoted below it. */
  path: string;
  body: Record<string, unknown>;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** The button's label, the verb first. */
  verb: string;
  /** What has to be done first, as a sentence; null when nothing has. */
  blocked?: string | null;
  /** It cannot be undone. */
  destructive?: boolean;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  onDone: () => void;
}

/** A call of the contract by the person's own wallet: price, wallet, and then how far it is. */
export function CallStep(props: CallStepProps) {
  const t = useTranslations();
  const { path, body, account, chain, done, onDone } = props;
  const [hash, setHash] = useState<string | null>(null);
  const { phase, run, stop } = useWalletCall({
    chain,
    account,
    prepare: () => callApi('POST', path, preparedCallSchema, body),
    ask: (provider, { sender, request }) => sendCall(provider, sender, request),
    // Our server keeps nothing of it: a late answer is shown if the step is still on the page.
    onSent: (_, sent) => setHash(sent.toLowerCase()),
  });
  const price = useQuote(`${path}/quote`, body);
  return (
    <Stack gap="md">
      {hash === null ? (
        <WalletConfirm
          price={price}
          account={account}
          chain={chain}
          verb={props.verb}
          blocked={props.blocked ?? null}
          destructive={props.destructive ?? false}
          phase={phase}
          onGo={(provider) => void run(provider)}
          onStop={stop}
        />
      ) : (
        <TransactionWatch
          id={hash}
          follow={followCall}
          done={done}
          leaving={t('registry.callStep.leaving')}
          onConfirmed={onDone}
          onAgain={() => setHash(null)}
        />
      )}
    </Stack>
  );
}
