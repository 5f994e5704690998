'use client';

import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconWallet } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { callApi } from '@/platform/call-api';
import { PresentQuote } from '@/registry/ui/present-quote';
import type { ChainProfile } from '@/registry/chain-profile';
import { WalletChoice } from '@/registry/ui/wallet-choice';
import { WalletReadiness } from '@/registry/ui/wallet-readiness';
import { useWallet } from '@/registry/wallet/use-wallet';
import { preparedTransactionSchema } from '../prepared-transaction';
import type { Viewer } from '../viewers';
import { ChainStepStatus } from './chain-step-status';
import { CostNow } from './cost-now';
import { useChainStep } from './use-chain-step';
import { useQuote } from './use-quote';

interface PaidStepProps {
  /** The route that prepares the transaction; its price is quoted below it. */
  path: string;
  viewerCount: number;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** What the button says, the verb first. */
  verb: string;
  /** Stands below the price and may use it. */
  forecast?: ReactNode;
  /** Something has to be answered first. */
  blocked?: boolean;
  /** The list above shows faults. */
  faulty: boolean;
  /** The list of viewers, or null when it has faults, which are then shown. */
  collect: () => Viewer[] | null;
  /** The server found faults with single viewers: `viewers.<place>.email` → what is wrong. */
  onFaults: (fields: Record<string, string>) => void;
  /** The wallet has sent it, or may have. */
  onSent: (transactionId: string) => void;
}

/** The end of a form that costs a fee: the price now, the wallet, and the button that asks it. */
export function PaidStep(props: PaidStepProps) {
  const { path, viewerCount, account, chain, verb, blocked = false, collect } = props;
  const router = useRouter();
  const choice = useWallet();
  const price = useQuote(`${path}/quote`, viewerCount);
  const { phase, busy, run } = useChainStep(chain, props.onFaults);
  const provider = choice.wallet?.provider ?? null;

  async function send() {
    const viewers = collect();
    if (viewers === null) leadToFault();
    if (provider === null || viewers === null) return;
    const prepare = () => callApi('POST', path, preparedTransactionSchema, { viewers });
    const { transactionId, problem } = await run({ provider, account, prepare });
    if (transactionId === null) {
      // The report may have moved on in another window.
      router.refresh();
      return;
    }
    // The form gives way to the transaction, which may have left the wallet.
    if (problem !== null) {
      notifications.show({
        color: 'red',
        title: 'Your wallet',
        message: problem,
        autoClose: 30_000,
      });
    }
    props.onSent(transactionId);
  }

  return (
    <Stack gap="md">
      <CostNow {...price} />
      <PresentQuote value={price.quote}>{props.forecast}</PresentQuote>
      <WalletChoice {...choice} />
      {provider !== null && <WalletReadiness provider={provider} account={account} chain={chain} />}
      <Button
        size="md"
        loading={busy}
        disabled={provider === null || price.quote === null || blocked}
        leftSection={<IconWallet size={20} aria-hidden="true" />}
        onClick={() => void send()}
      >
        {verb}
      </Button>
      <ChainStepStatus phase={phase} />
      {props.faulty && phase.at !== 'failed' && (
        <ErrorNotice>Please correct the list of viewers above.</ErrorNotice>
      )}
    </Stack>
  );
}

/** The first field with a fault, as soon as it is marked. */
function leadToFault(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
