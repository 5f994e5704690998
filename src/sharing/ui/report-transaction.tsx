'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { TransactionWatch } from '@/registry/ui/transaction-watch';
import { RelayWaiting } from './paying/relay-waiting';
import { followReportTransaction } from './follow-report-transaction';
import { UnsentTransaction } from './unsent-transaction';

interface ReportTransactionProps {
  transactionId: string;
  chain: ChainProfile;
  /** It was just sent from this page: focus moves to it. */
  isNew: boolean;
  /** What is reached when it is confirmed, as a sentence. */
  done: string;
  onConfirmed?: () => void;
  /** It failed or was cancelled, and the person starts again. */
  onClose: () => void;
}

/** A transaction about reports, from its preparation on our server to its last confirmation. */
export function ReportTransaction(props: ReportTransactionProps) {
  const t = useTranslations();
  const { transactionId, chain, onConfirmed, onClose } = props;
  return (
    <TransactionWatch
      id={transactionId}
      follow={followReportTransaction}
      isNew={props.isNew}
      done={props.done}
      leaving={t('sharing.reportTransaction.leaving')}
      unsent={({ prepared, relay }) =>
        relay !== null ? (
          <RelayWaiting transactionId={transactionId} relay={relay} onClose={onClose} />
        ) : prepared === null ? (
          <Text>{t('sharing.reportTransaction.tooLate')}</Text>
        ) : (
          <UnsentTransaction prepared={prepared} chain={chain} onClose={onClose} />
        )
      }
      {...(onConfirmed === undefined ? {} : { onConfirmed })}
      onAgain={onClose}
    />
  );
}
