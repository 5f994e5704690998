'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Sentence } from '@/messages/translator';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { useWallet, type WalletChoiceState } from '@/registry/wallet/use-wallet';
import { useWalletBusy } from '@/registry/wallet/use-wallet-task';
import { isBusy, type WalletPhase } from '@/registry/wallet/wallet-activity';
import { ContractHint } from './contract-hint';
import { CostNow } from '@/registry/ui/fees/cost-now';
import { PresentQuote } from '@/registry/ui/fees/present-quote';
import type { QuoteState } from '@/registry/ui/fees/use-quote';
import { WalletChoice } from './wallet-choice';
import { WalletLock } from './wallet-lock';
import { WalletReadiness } from './wallet-readiness';
import { WalletStatus } from './wallet-status';

interface WalletConfirmProps {
  price: QuoteState;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** The button's label, the verb first. */
  verb: string;
  /** What has to be done first, as a sentence; null when nothing has. */
  blocked?: string | null;
  /** It cannot be undone. */
  destructive?: boolean;
  phase: WalletPhase;
  /** Shown above the price, e.g. who pays. */
  before?: ReactNode;
  /** The wallet only signs: shown instead of the price. */
  signing?: ReactNode;
  onGo: (provider: Eip1193Provider) => void;
  onStop: () => void;
  /** Shown below the button, which must stay in sight; it may use the price (PresentQuote). */
  children?: ReactNode;
}

/** The end of a form that costs a fee: the price now, the wallet, and the button that sends it the request. */
export function WalletConfirm(props: WalletConfirmProps) {
  const t = useTranslations();
  const { price, account, chain, verb, destructive = false, phase, onGo, onStop } = props;
  const choice = useWallet();
  const provider = choice.wallet?.provider ?? null;
  const hindranceId = useId();
  const busyElsewhere = useWalletBusy() && !isBusy(phase);
  const hindrance =
    props.blocked ??
    (busyElsewhere
      ? t('registry.walletConfirm.otherRequestOpen')
      : (findHindrance(choice, price)?.(t) ?? null));
  return (
    <Stack gap="md">
      {props.before}
      {props.signing ?? <CostNow {...price} />}
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
          aria-describedby={hindrance === null ? undefined : hindranceId}
          leftSection={<IconWallet size={20} aria-hidden="true" />}
          onClick={() => {
            if (provider !== null) onGo(provider);
          }}
        >
          {verb}
        </Button>
        {hindrance !== null && (
          <Text size="sm" id={hindranceId}>
            {hindrance}
          </Text>
        )}
      </Stack>
      <WalletStatus
        phase={phase}
        asked={props.signing === undefined ? 'transaction' : 'signature'}
        onStop={onStop}
      />
      <PresentQuote value={price.quote}>{props.children}</PresentQuote>
    </Stack>
  );
}

/** Why the request cannot be sent to the wallet yet; null when it can. */
function findHindrance(
  { searching, wallets, wallet }: WalletChoiceState,
  price: QuoteState,
): Sentence | null {
  if (price.problem !== null) return (t) => t('registry.walletConfirm.priceNotKnown');
  if (price.quote === null) return (t) => t('registry.walletConfirm.askingForPrice');
  if (searching) return (t) => t('registry.walletConfirm.lookingForWallet');
  if (wallets.length === 0) return (t) => t('registry.walletConfirm.noWallet');
  if (wallet === null) return (t) => t('registry.walletConfirm.chooseWallet');
  return null;
}
