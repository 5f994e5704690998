'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/error-notice';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/call-api';
import type { ChainProfile } from '@/registry/chain-profile';
import { shortAddress } from '@/registry/short-address';
import { ChainStepStatus } from '@/registry/ui/chain-step-status';
import { WalletChoice } from '@/registry/ui/wallet-choice';
import { useWallet } from '@/registry/wallet/use-wallet';
import type { PreparedTransaction } from '../prepared-transaction';
import { useChainStep } from './use-chain-step';

interface UnsentTransactionProps {
  prepared: PreparedTransaction;
  chain: ChainProfile;
  onClose: () => void;
}

/** A transaction that the wallet has not sent yet, e.g. after a closed tab: go on with it or give it up. */
export function UnsentTransaction({ prepared, chain, onClose }: UnsentTransactionProps) {
  const router = useRouter();
  const choice = useWallet();
  const { phase, busy, run } = useChainStep(chain);
  const [cancelling, setCancelling] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { sender, transactionId, deadline, reportCount } = prepared;

  async function cancel() {
    setCancelling(true);
    setProblem(null);
    try {
      const path = `/api/chain-transactions/${transactionId}`;
      await callApi('DELETE', path, z.undefined());
      onClose();
      router.refresh();
    } catch (error) {
      setProblem(problemMessage(error));
      setCancelling(false);
    }
  }

  return (
    <Stack gap="md" align="flex-start">
      <Text>
        This was begun but not confirmed in your wallet. Until <ZonedTime at={deadline} /> you can
        go on with the account {shortAddress(sender)}, or cancel. If you have confirmed it in the
        wallet already, just wait: it is found by itself.
      </Text>
      {reportCount > 1 && (
        <Text>
          It adds {reportCount} reports at once. If you cancel, none of them is added; you can then
          choose again.
        </Text>
      )}
      <WalletChoice {...choice} />
      <Group gap="sm">
        <Button
          loading={busy}
          disabled={choice.wallet === null || cancelling}
          onClick={() => {
            if (choice.wallet === null) return;
            const { provider } = choice.wallet;
            void run({ provider, account: sender, prepare: () => Promise.resolve(prepared) });
          }}
        >
          Continue in the wallet
        </Button>
        <Button
          variant="default"
          loading={cancelling}
          disabled={busy}
          onClick={() => void cancel()}
        >
          Cancel
        </Button>
      </Group>
      <ChainStepStatus phase={phase} />
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
    </Stack>
  );
}
