'use client';

import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState, type ReactNode } from 'react';
import { ApiProblem, callApi } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { ClinicOffer } from '@/registry/relayer/clinic-offer';
import { useQuote } from '@/registry/ui/fees/use-quote';
import { WalletConfirm } from '@/registry/ui/wallet/wallet-confirm';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import {
  preparedTransactionSchema,
  type PreparedTransaction,
} from '@/sharing/anchoring/prepared-transaction';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';
import { ClinicCost } from './paying/clinic-cost';
import { PayerChoice, payersOf, type Payer } from './paying/payer-choice';
import { WaitingChoice } from './paying/waiting-choice';
import { useTransactionCall } from './use-transaction-call';

interface PaidStepProps {
  /** The route that prepares the transaction; its price is quoted below it. */
  path: string;
  /** What the price depends on, beside the path. */
  question: Record<string, unknown>;
  /** The only account that can send it, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** The label of the button, the verb first. */
  verb: string;
  /** The label where the clinic waits for a low price. */
  laterVerb?: string;
  /** Shown below the price, which it may use. */
  forecast?: ReactNode;
  /** It cannot be undone. */
  destructive?: boolean;
  /** What is asked for, or null when it has errors, which are then shown. */
  collect: () => Record<string, unknown> | null;
  /** The server rejected single viewers: `viewers.<place>.email` → what is wrong. */
  onFieldErrors: (fields: Record<string, string>) => void;
  /** The wallet has sent it, or may have sent it, or may still send it. */
  onSent: (transactionId: string) => void;
}

/**
 * A step about reports that costs a fee: prepared by the server, confirmed in the wallet. Where the clinic pays, the
 * wallet only signs.
 */
export function PaidStep(props: PaidStepProps) {
  const { path, question, account, chain, collect } = props;
  const t = useTranslations();
  const router = useRouter();
  const price = useQuote(`${path}/quote`, question);
  const asked = useRef<Record<string, unknown>>({});
  const clinic = price.quote?.clinic ?? null;
  const payers = payersOf(clinic);
  const [wanted, setWanted] = useState<Payer>('clinic');
  const payer = payers.find((one) => one === wanted) ?? payers[0] ?? 'own';
  const waits = clinic?.waits ?? [];
  const [wantedDays, setDays] = useState(waits[0]?.days);
  const days = (waits.find((one) => one.days === wantedDays) ?? waits[0])?.days;
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
      const later = payer === 'clinic-later' ? { waitDays: days } : {};
      const body = { ...asked.current, ...later };
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
    const collected = collect();
    if (collected === null) {
      focusInvalidField();
      return;
    }
    asked.current = collected;
    void run(provider);
  }

  function signing(offer: ClinicOffer): ReactNode {
    if (payer === 'clinic' || days === undefined) return <ClinicCost {...offer} />;
    return (
      <WalletLock>
        <WaitingChoice waits={offer.waits} days={days} onChange={setDays} />
      </WalletLock>
    );
  }

  return (
    <WalletConfirm
      price={price}
      account={account}
      chain={chain}
      verb={payer === 'clinic-later' ? (props.laterVerb ?? props.verb) : props.verb}
      destructive={props.destructive ?? false}
      phase={phase}
      before={
        <>
          {clinic !== null && clinic.hindrance !== null && (
            <Text size="sm">
              {t(
                `sharing.paidStep.clinicCannotPay.${payers.includes('clinic-later') ? 'untilCheaper' : clinic.hindrance}`,
              )}
            </Text>
          )}
          {payers.length > 1 && (
            <WalletLock>
              <PayerChoice payer={payer} payers={payers} onChange={setWanted} />
            </WalletLock>
          )}
        </>
      }
      {...(clinic === null || payer === 'own' ? {} : { signing: signing(clinic) })}
      onGo={go}
      onStop={stop}
    >
      {payer === 'own' && props.forecast}
    </WalletConfirm>
  );
}
