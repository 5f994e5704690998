'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { shortAddress } from '@/registry/contract/short-address';
import { chooseOtherAccount } from '@/registry/wallet/connect-account';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { ensureChain } from '@/registry/wallet/ensure-chain';
import { useWalletTask } from '@/registry/wallet/use-wallet-task';
import { useWalletView } from '@/registry/wallet/use-wallet-view';
import { isBusy, type WalletStage } from '@/registry/wallet/wallet-activity';
import { WalletStatus } from './wallet-status';

interface WalletReadinessProps {
  provider: Eip1193Provider;
  /** The account that is needed, EIP-55. */
  account: string;
  chain: ChainProfile;
}

/** Warns before the request when the wallet shows another account or network, and offers to change it. */
export function WalletReadiness({ provider, account, chain }: WalletReadinessProps) {
  const t = useTranslations();
  const view = useWalletView(provider);
  if (view === null || view.accounts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('registry.walletReadiness.itWillBeDoneWithYour', {
          shortAddress: shortAddress(account),
        })}
      </Text>
    );
  }
  if (!view.accounts.includes(account)) {
    return (
      <Hindrance
        title={t('registry.walletReadiness.anotherAccountIsSelected')}
        text={t('registry.walletReadiness.otherAccount', {
          selected: shortAddress(view.accounts[0] ?? ''),
          needed: shortAddress(account),
        })}
        verb={t('registry.walletReadiness.chooseAccount')}
        stage="account"
        act={() => chooseOtherAccount(provider)}
      />
    );
  }
  if (view.chainId !== chain.chainId) {
    return (
      <Hindrance
        title={t('registry.walletReadiness.wrongNetwork')}
        text={t('registry.walletReadiness.yourWalletIsOnAnotherNetwork', { name: chain.name })}
        verb={t('registry.walletReadiness.switchTo', { name: chain.name })}
        stage="network"
        act={() => ensureChain(provider, chain)}
      />
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t('registry.walletReadiness.accountShortAddressOnName', {
        shortAddress: shortAddress(account),
        name: chain.name,
      })}
    </Text>
  );
}

interface HindranceProps {
  title: string;
  text: string;
  verb: string;
  stage: WalletStage;
  act: () => Promise<unknown>;
}

function Hindrance({ title, text, verb, stage, act }: HindranceProps) {
  const { phase, busy, run, stop } = useWalletTask();
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />} title={title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text}</Text>
        <Button
          variant="default"
          loading={isBusy(phase)}
          disabled={busy}
          onClick={() =>
            void run(async ({ step }) => {
              await step(stage, act);
            })
          }
        >
          {verb}
        </Button>
        <WalletStatus phase={phase} asked="signature" onStop={stop} />
      </Stack>
    </Alert>
  );
}
