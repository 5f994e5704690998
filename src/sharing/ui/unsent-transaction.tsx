'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/http/call-api';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { shortAddress } from '@/registry/contract/short-address';
import { ContractHint } from '@/registry/ui/wallet/contract-hint';
import { WalletChoice } from '@/registry/ui/wallet/wallet-choice';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { WalletStatus } from '@/registry/ui/wallet/wallet-status';
import { useWallet } from '@/registry/wallet/use-wallet';
import { isBusy } from '@/registry/wallet/wallet-activity';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { useTransactionCall } from './use-transaction-call';

interface UnsentTransactionProps {
  prepared: PreparedTransaction;
  chain: ChainProfile;
  onClose: () => void;
}

/** A transaction that the wallet has not sent yet, e.g. after a closed tab: continue or cancel it. */
export function UnsentTransaction({ prepared, chain, onClose }: UnsentTransactionProps) {
  const t = useTranslations();
  const router = useRouter();
  const choice = useWallet();
  const [cancelling, setCancelling] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { sender, transactionId, deadline, reportCount } = prepared;
  const { phase, busy, run, stop } = useTransactionCall({
    chain,
    account: sender,
    prepare: () => Promise.resolve(prepared),
    // This page follows it already.
    onMaybeSent: () => undefined,
  });

  async function cancel() {
    setCancelling(true);
    setProblem(null);
    try {
      const path = `/api/chain-transactions/${transactionId}`;
      await callApi('DELETE', path, z.undefined());
      onClose();
      router.refresh();
    } catch (error) {
      setProblem(problemMessage(error, t));
      setCancelling(false);
    }
  }

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
        <WalletChoice {...choice} />
      </WalletLock>
      <ContractHint chain={chain} />
      <Group gap="sm">
        <Button
          loading={isBusy(phase)}
          disabled={choice.wallet === null || cancelling || busy}
          onClick={() => {
            if (choice.wallet === null) return;
            setProblem(null);
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
      <WalletStatus phase={phase} asked="transaction" onStop={stop} />
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
    </Stack>
  );
}
