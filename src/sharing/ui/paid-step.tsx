'use client';

import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState, type ReactNode } from 'react';
import { ApiProblem, callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { useQuote } from '@/registry/ui/fees/use-quote';
import { WalletConfirm } from '@/registry/ui/wallet/wallet-confirm';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import {
  preparedTransactionSchema,
  type PreparedTransaction,
} from '@/sharing/anchoring/prepared-transaction';
import type { Viewer } from '@/sharing/grants/viewers';
import { focusInvalidField } from './focus-invalid-field';
import { ClinicCost } from './paying/clinic-cost';
import { PayerChoice, type Payer } from './paying/payer-choice';
import { useTransactionCall } from './use-transaction-call';

interface PaidStepProps {
  /** The route that prepares the transaction; its price is quoted below it. */
  path: string;
  /** Several reports at once; the path names the one report otherwise. */
  reportIds?: readonly string[];
  viewerCount: number;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** The label of the button, the verb first. */
  verb: string;
  /** Shown below the price, which it may use. */
  forecast?: ReactNode;
  /** The list of viewers, or null when it has errors, which are then shown. */
  collect: () => Viewer[] | null;
  /** The server rejected single viewers: `viewers.<place>.email` → what is wrong. */
  onFieldErrors: (fields: Record<string, string>) => void;
  /** The wallet has sent it, or may have sent it, or may still send it. */
  onSent: (transactionId: string) => void;
}

/**
 * A step about viewers that costs a fee: prepared by the server, confirmed in the wallet. Where the clinic pays, the
 * wallet only signs.
 */
export function PaidStep(props: PaidStepProps) {
  const { path, reportIds, viewerCount, account, chain, collect } = props;
  const t = useTranslations();
  const router = useRouter();
  const about = reportIds === undefined ? {} : { reportIds };
  const price = useQuote(`${path}/quote`, { ...about, viewerCount });
  const viewers = useRef<Viewer[]>([]);
  const clinic = price.quote?.clinic ?? null;
  const isOffered = clinic !== null && clinic.hindrance === null;
  const [wanted, setWanted] = useState<Payer>('clinic');
  const payer = isOffered ? wanted : 'own';
  const { phase, run, stop } = useTransactionCall({
    chain,
    account,
    payer: () => payer,
    prepare,
    onMaybeSent: (transactionId, problem) => {
      // The transaction replaces the form, because the wallet may have sent it.
      if (problem !== null) {
        const title = t('sharing.paidStep.problemTitle');
        notifications.show({ color: 'red', title, message: problem, autoClose: 30_000 });
      }
      props.onSent(transactionId);
    },
    onCancelled: () => router.refresh(),
  });

  async function prepare(): Promise<PreparedTransaction> {
    try {
      const body = { ...about, viewers: viewers.current };
      return await callApi('POST', path, preparedTransactionSchema, body);
    } catch (error) {
      if (error instanceof ApiProblem && Object.keys(error.fields).length > 0) {
        props.onFieldErrors(error.fields);
      }
      // The report may have changed in another window.
      router.refresh();
      throw error;
    }
  }

  function go(provider: Eip1193Provider) {
    const list = collect();
    if (list === null) {
      focusInvalidField();
      return;
    }
    viewers.current = list;
    void run(provider);
  }

  return (
    <WalletConfirm
      price={price}
      account={account}
      chain={chain}
      verb={props.verb}
      phase={phase}
      before={
        clinic !== null && clinic.hindrance !== null ? (
          <Text size="sm">{t(`sharing.paidStep.clinicCannotPay.${clinic.hindrance}`)}</Text>
        ) : isOffered ? (
          <WalletLock>
            <PayerChoice payer={payer} onChange={setWanted} />
          </WalletLock>
        ) : null
      }
      {...(isOffered && payer === 'clinic' ? { signing: <ClinicCost {...clinic} /> } : {})}
      onGo={go}
      onStop={stop}
    >
      {payer === 'own' && props.forecast}
    </WalletConfirm>
  );
}
