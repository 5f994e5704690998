'use client';

import { Button, Stack } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ChainProfile } from '../chain-profile';
import type { Eip1193Provider } from '../wallet/eip1193';
import { useWallet } from '../wallet/use-wallet';
import { ChainStepStatus, type ChainStepPhase } from './chain-step-status';
import { CostNow } from './cost-now';
import { PresentQuote } from './present-quote';
import type { QuoteState } from './use-quote';
import { WalletChoice } from './wallet-choice';
import { WalletReadiness } from './wallet-readiness';

interface WalletConfirmProps {
  price: QuoteState;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** What the button says, the verb first. */
  verb: string;
  /** Something has to be answered first. */
  blocked?: boolean;
  /** It cannot be undone. */
  destructive?: boolean;
  phase: ChainStepPhase;
  onGo: (provider: Eip1193Provider) => void;
  /** Stands below the price and may use it. */
  children?: ReactNode;
}

/** The end of a form that costs a fee: the price now, the wallet, and the button that asks it. */
export function WalletConfirm(props: WalletConfirmProps) {
  const { price, account, chain, verb, blocked = false, destructive = false, phase, onGo } = props;
  const choice = useWallet();
  const provider = choice.wallet?.provider ?? null;
  return (
    <Stack gap="md">
      <CostNow {...price} />
      <PresentQuote value={price.quote}>{props.children}</PresentQuote>
      <WalletChoice {...choice} />
      {provider !== null && <WalletReadiness provider={provider} account={account} chain={chain} />}
      <Button
        size="md"
        {...(destructive ? { color: 'red' } : {})}
        loading={phase.at !== 'idle' && phase.at !== 'failed'}
        disabled={provider === null || price.quote === null || blocked}
        leftSection={<IconWallet size={20} aria-hidden="true" />}
        onClick={() => {
          if (provider !== null) onGo(provider);
        }}
      >
        {verb}
      </Button>
      <ChainStepStatus phase={phase} />
    </Stack>
  );
}
