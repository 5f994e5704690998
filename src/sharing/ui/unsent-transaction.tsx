'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { shortAddress } from '@/registry/contract/short-address';
import { ContractHint } from '@/registry/ui/wallet/contract-hint';
import { WalletChoice } from '@/registry/ui/wallet/wallet-choice';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { WalletStatus } from '@/registry/ui/wallet/wallet-status';
import { useWallet } from '@/registry/wallet/use-wallet';
import { isBusy } from '@/registry/wallet/wallet-activity';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { PayerChoice, type Payer } from './paying/payer-choice';
import { useCancelTransaction } from './use-cancel-transaction';
import { useTransactionCall } from './use-transaction-call';

interface UnsentTransactionProps {
  prepared: PreparedTransaction;
  chain: ChainProfile;
  onClose: () => void;
}

/** A transaction that the wallet has not sent or signed yet, e.g. after a closed tab: continue or cancel it. */
export function UnsentTransaction({ prepared, chain, onClose }: UnsentTransactionProps) {
  const t = useTranslations();
  const choice = useWallet();
  const { sender, transactionId, deadline, reportCount, consent, whenCheap } = prepared;
  const payers = payersOfPrepared(prepared);
  const [wanted, setPayer] = useState<Payer>('clinic');
  const payer = payers.find((one) => one === wanted) ?? payers[0] ?? 'own';
  const { cancelling, problem, cancel, forgetProblem } = useCancelTransaction(
    transactionId,
    onClose,
  );
  const { phase, busy, run, stop } = useTransactionCall({
    chain,
    account: sender,
    payer: () => payer,
    prepare: () => Promise.resolve(prepared),
    // This page follows it already.
    onMaybeSent: () => undefined,
  });

  return (
    <Stack gap="md" align="flex-start">
      <Text>
        {t.rich('sharing.unsentTransaction.notConfirmed', {
          account: shortAddress(sender),
          time: () => <ZonedTime at={deadline} />,
        })}
      </Text>
      <Text>{t('sharing.unsentTransaction.alreadyConfirmed')}</Text>
      {reportCount > 1 && (
        <Text>{t('sharing.unsentTransaction.sealsSeveral', { reportCount })}</Text>
      )}
      <WalletLock>
        <Stack gap="md">
          {payers.length > 1 && <PayerChoice payer={payer} payers={payers} onChange={setPayer} />}
          {whenCheap && consent !== null && <Text>{t('sharing.unsentTransaction.whenCheap')}</Text>}
          <WalletChoice {...choice} />
        </Stack>
      </WalletLock>
      <ContractHint chain={chain} />
      <Group gap="sm">
        <Button
          loading={isBusy(phase)}
          disabled={choice.wallet === null || cancelling || busy}
          onClick={() => {
            if (choice.wallet === null) return;
            forgetProblem();
            void run(choice.wallet.provider);
          }}
        >
          {t('sharing.unsentTransaction.resume')}
        </Button>
        <Button
          variant="default"
          loading={cancelling}
          disabled={busy}
          onClick={() => void cancel()}
        >
          {t('common.cancel')}
        </Button>
      </Group>
      <WalletStatus
        phase={phase}
        asked={payer === 'own' ? 'transaction' : 'signature'}
        onStop={stop}
      />
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
    </Stack>
  );
}

/** What was to wait for a low price is only to be signed. */
function payersOfPrepared({ consent, whenCheap }: PreparedTransaction): Payer[] {
  if (consent === null) return ['own'];
  return whenCheap ? ['clinic-later'] : ['clinic', 'own'];
}
