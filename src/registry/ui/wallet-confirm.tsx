'use client';

import { Button, Stack, Text } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { Eip1193Provider } from '../wallet/eip1193';
import { useWallet, type WalletChoiceState } from '../wallet/use-wallet';
import { useWalletBusy } from '../wallet/use-wallet-task';
import { isBusy, type WalletPhase } from '../wallet/wallet-activity';
import { ContractHint } from './contract-hint';
import { CostNow } from './cost-now';
import { PresentQuote } from './present-quote';
import type { QuoteState } from './use-quote';
import { WalletChoice } from './wallet-choice';
import { WalletLock } from './wallet-lock';
import { WalletReadiness } from './wallet-readiness';
import { WalletStatus } from './wallet-status';

interface WalletConfirmProps {
  price: QuoteState;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** What the button says, the verb first. */
  verb: string;
  /** What has to be done first, as a sentence; null when nothing has. */
  blocked?: string | null;
  /** It cannot be undone. */
  destructive?: boolean;
  phase: WalletPhase;
  onGo: (provider: Eip1193Provider) => void;
  onStop: () => void;
  /** Stands below the button, which must not slip out of sight, and may use the price. */
  children?: ReactNode;
}

/** The end of a form that costs a fee: the price now, the wallet, and the button that asks it. */
export function WalletConfirm(props: WalletConfirmProps) {
  const { price, account, chain, verb, destructive = false, phase, onGo, onStop } = props;
  const choice = useWallet();
  const provider = choice.wallet?.provider ?? null;
  const why = useId();
  const busyElsewhere = useWalletBusy() && !isBusy(phase);
  const hindrance =
    props.blocked ??
    (busyElsewhere
      ? 'Your wallet has another question of this page open. Answer it first.'
      : whyNot(choice, price));
  return (
    <Stack gap="md">
      <CostNow {...price} />
      <WalletLock>
        <WalletChoice {...choice} />
      </WalletLock>
      {provider !== null && (
        <>
          <WalletReadiness provider={provider} account={account} chain={chain} />
          <ContractHint chain={chain} />
        </>
      )}
      <Stack gap={6}>
        <Button
          size="md"
          {...(destructive ? { color: 'red' } : {})}
          loading={isBusy(phase)}
          disabled={provider === null || hindrance !== null}
          aria-describedby={hindrance === null ? undefined : why}
          leftSection={<IconWallet size={20} aria-hidden="true" />}
          onClick={() => {
            if (provider !== null) onGo(provider);
          }}
        >
          {verb}
        </Button>
        {hindrance !== null && (
          <Text size="sm" id={why}>
            {hindrance}
          </Text>
        )}
      </Stack>
      <WalletStatus phase={phase} asked="transaction" onStop={onStop} />
      <PresentQuote value={price.quote}>{props.children}</PresentQuote>
    </Stack>
  );
}

/** Why the wallet cannot be asked yet. */
function whyNot({ searching, wallets, wallet }: WalletChoiceState, price: QuoteState) {
  if (price.problem !== null) return 'Not possible now: the price is not known.';
  if (price.quote === null) return 'One moment: the price is being asked for.';
  if (searching) return 'One moment: looking for your wallet.';
  if (wallets.length === 0) return 'Not possible yet: this browser has no wallet.';
  if (wallet === null) return 'Choose above which wallet to use.';
  return null;
}
