'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconLink, IconSwitchHorizontal } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { shortAddress } from '@/registry/contract/short-address';
import { chooseOtherAccount, connectAccount } from '@/registry/wallet/connect-account';
import type { Eip1193Provider } from '@/registry/wallet/eip1193';
import { signText } from '@/registry/wallet/sign-text';
import { useWallet } from '@/registry/wallet/use-wallet';
import { useWalletCall } from '@/registry/wallet/use-wallet-call';
import { useWalletTask } from '@/registry/wallet/use-wallet-task';
import { useWalletView } from '@/registry/wallet/use-wallet-view';
import { isBusy } from '@/registry/wallet/wallet-activity';
import { requestChallenge, saveBinding } from './bind-wallet';
import { WalletChoice } from './wallet-choice';
import { WalletLock } from './wallet-lock';
import { WalletStatus } from './wallet-status';

/**
 * As high, in pixels, as a wallet that has answered makes it: what is below must not move away under a
 * finger.
 */
const HEIGHT_WITH_WALLET = 132;

interface WalletBindingProps {
  /** The account's present wallet, EIP-55. */
  bound: string | null;
  chain: ChainProfile;
}

/** Connects a wallet with this site, then binds the account that is selected in it. */
export function WalletBinding({ bound, chain }: WalletBindingProps) {
  const choice = useWallet();
  const provider = choice.wallet?.provider ?? null;
  const selected = useWalletView(provider)?.accounts[0] ?? null;
  return (
    <Stack gap="md" align="flex-start" mih={HEIGHT_WITH_WALLET}>
      <WalletLock>
        <WalletChoice {...choice} />
      </WalletLock>
      {provider !== null && selected === null && <Connect provider={provider} />}
      {provider !== null && selected !== null && (
        <Selected provider={provider} selected={selected} bound={bound} chain={chain} />
      )}
    </Stack>
  );
}

function Connect({ provider }: { provider: Eip1193Provider }) {
  const t = useTranslations();
  const { phase, busy, run, stop } = useWalletTask();
  return (
    <>
      <Button
        loading={isBusy(phase)}
        disabled={busy}
        leftSection={<IconLink size={18} aria-hidden="true" />}
        onClick={() =>
          void run(async ({ step }) => {
            await step('account', () => connectAccount(provider));
          })
        }
      >
        {t('registry.walletBinding.connectWallet')}
      </Button>
      <WalletStatus phase={phase} asked="signature" onStop={stop} />
    </>
  );
}

interface SelectedProps extends WalletBindingProps {
  provider: Eip1193Provider;
  /** The account that the wallet shows this page, EIP-55. */
  selected: string;
}

function Selected({ provider, selected, bound, chain }: SelectedProps) {
  const t = useTranslations();
  const router = useRouter();
  const [done, setDone] = useState<string | null>(null);
  const other = useWalletTask();
  const binding = useWalletCall({
    chain,
    account: selected,
    prepare: () => requestChallenge(selected),
    ask: (wallet, { message }) => signText(wallet, selected, message),
    onSent: async ({ nonce }, signature, late) => {
      // The person no longer wanted it.
      if (late) return;
      await saveBinding(nonce, signature);
      setDone(selected);
      router.refresh();
    },
  });
  const { busy } = binding;
  return (
    <>
      <Text>
        {t.rich(
          selected === bound
            ? 'registry.walletBinding.selectedIsConnected'
            : 'registry.walletBinding.selected',
          {
            address: shortAddress(selected),
            code: (chunks) => <Code title={selected}>{chunks}</Code>,
          },
        )}
      </Text>
      <Group gap="sm">
        {selected !== bound && (
          <Button
            loading={isBusy(binding.phase)}
            disabled={busy}
            onClick={() => {
              setDone(null);
              void binding.run(provider);
            }}
          >
            {t('registry.walletBinding.connectToMyAccount', {
              address: shortAddress(selected),
            })}
          </Button>
        )}
        <Button
          variant="default"
          loading={isBusy(other.phase)}
          disabled={busy}
          leftSection={<IconSwitchHorizontal size={18} aria-hidden="true" />}
          onClick={() => {
            setDone(null);
            void other.run(async ({ step }) => {
              await step('account', () => chooseOtherAccount(provider));
            });
          }}
        >
          {t('registry.walletBinding.chooseAnotherAccount')}
        </Button>
      </Group>
      <WalletStatus phase={binding.phase} asked="signature" onStop={binding.stop} />
      <WalletStatus phase={other.phase} asked="signature" onStop={other.stop} />
      <div role="status">
        {done !== null && (
          <Alert color="green" icon={<IconCheck aria-hidden="true" />}>
            {t('registry.walletBinding.connected', {
              address: shortAddress(done),
            })}
          </Alert>
        )}
      </div>
    </>
  );
}
