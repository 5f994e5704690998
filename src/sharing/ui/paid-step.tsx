'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorNotice } from '@/components/error-notice';
import { callApi } from '@/platform/call-api';
import type { ChainProfile } from '@/registry/chain-profile';
import { useQuote } from '@/registry/ui/use-quote';
import { WalletConfirm } from '@/registry/ui/wallet-confirm';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { preparedTransactionSchema } from '../prepared-transaction';
import type { Viewer } from '../viewers';
import { useChainStep } from './use-chain-step';

interface PaidStepProps {
  /** The route that prepares the transaction; its price is quoted below it. */
  path: string;
  /** Several reports at once; the path names the one report otherwise. */
  reportIds?: readonly string[];
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

/** A step about viewers that costs a fee: prepared by the server, confirmed in the wallet. */
export function PaidStep(props: PaidStepProps) {
  const { path, reportIds, viewerCount, account, chain, verb, blocked = false, collect } = props;
  const router = useRouter();
  const about = reportIds === undefined ? {} : { reportIds };
  const price = useQuote(`${path}/quote`, { ...about, viewerCount });
  const { phase, run } = useChainStep(chain, props.onFaults);

  async function send(provider: Eip1193Provider) {
    const viewers = collect();
    if (viewers === null) {
      leadToFault();
      return;
    }
    const body = { ...about, viewers };
    const prepare = () => callApi('POST', path, preparedTransactionSchema, body);
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
    <>
      <WalletConfirm
        price={price}
        account={account}
        chain={chain}
        verb={verb}
        blocked={blocked}
        phase={phase}
        onGo={(provider) => void send(provider)}
      >
        {props.forecast}
      </WalletConfirm>
      {props.faulty && phase.at !== 'failed' && (
        <ErrorNotice>Please correct the list of viewers above.</ErrorNotice>
      )}
    </>
  );
}

/** The first field with a fault, as soon as it is marked. */
function leadToFault(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
