'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { signTypedData } from '@/registry/wallet/sign-typed-data';
import { useWallet } from '@/registry/wallet/use-wallet';
import { useWalletCall } from '@/registry/wallet/use-wallet-call';
import { isBusy } from '@/registry/wallet/wallet-activity';
import { WalletChoice } from '@/registry/ui/wallet/wallet-choice';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { WalletStatus } from '@/registry/ui/wallet/wallet-status';
import {
  isPlainSignature,
  makeSameKey,
  walletIdentity,
  walletKeyMessage,
} from '@/vault/recovery-kit/wallet-identity';
import { PresentKey, type ShownKey } from './present-key';
import { sendRecipient } from './send-recipient';

interface WalletKeyPanelProps {
  /** The person's present wallet, EIP-55. */
  wallet: string;
  chain: ChainProfile;
  shown: ShownKey | null;
  /** The number that the next key gets. */
  next: number;
}

/** Makes the key of a kit from a signature of the person's wallet. */
export function WalletKeyPanel({ wallet, chain, shown, next }: WalletKeyPanelProps) {
  const t = useTranslations();
  const router = useRouter();
  const choice = useWallet();
  const [outcome, setOutcome] = useState<'made' | 'differs' | 'contract' | null>(null);
  const { phase, busy, run, stop } = useWalletCall({
    chain,
    account: wallet,
    prepare: () =>
      Promise.resolve(
        walletKeyMessage({
          chainId: chain.chainId,
          registryAddress: chain.registryAddress,
          owner: wallet,
          generation: next,
        }),
      ),
    // Twice: a wallet that signs differently each time could never make this key again.
    ask: async (provider: Eip1193Provider, message) => ({
      first: await signTypedData(provider, wallet, message),
      second: await signTypedData(provider, wallet, message),
    }),
    onSent: async (_message, { first, second }, late) => {
      // The person no longer wanted it.
      if (late) return;
      if (!isPlainSignature(first)) {
        setOutcome('contract');
        return;
      }
      if (!makeSameKey(first, second)) {
        setOutcome('differs');
        return;
      }
      const identity = await walletIdentity(first, wallet);
      await sendRecipient(identity, { way: 'wallet', generation: next, walletAddress: wallet });
      setOutcome('made');
      router.refresh();
    },
  });
  const provider = choice.wallet?.provider ?? null;
  const cannotMake = outcome === 'differs' || outcome === 'contract';
  return (
    <Stack align="flex-start">
      {shown !== null && <PresentKey way="wallet" shown={shown} />}
      <WalletLock>
        <WalletChoice {...choice} />
      </WalletLock>
      {provider !== null && !cannotMake && (
        <Button
          variant="default"
          loading={isBusy(phase)}
          disabled={busy}
          onClick={() => {
            setOutcome(null);
            void run(provider);
          }}
        >
          {shown === null
            ? t('reports.recoveryKit.wallet.make')
            : t('reports.recoveryKit.wallet.replace')}
        </Button>
      )}
      <WalletStatus phase={phase} asked="signature" onStop={stop} />
      <div role="status">
        {outcome === 'made' && (
          <Alert color="green" icon={<IconCheck aria-hidden="true" />}>
            {t('reports.recoveryKit.wallet.made')}
          </Alert>
        )}
        {cannotMake && (
          <Alert
            color="yellow"
            icon={<IconAlertTriangle aria-hidden="true" />}
            title={t('reports.recoveryKit.wallet.differsTitle')}
          >
            <Text>
              {outcome === 'differs'
                ? t('reports.recoveryKit.wallet.differs')
                : t('reports.recoveryKit.wallet.contract')}
            </Text>
          </Alert>
        )}
      </div>
    </Stack>
  );
}
