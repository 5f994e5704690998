'use client';

import { useTranslations } from 'next-intl';
import { Alert, Anchor, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import type { DiscoveredWallet } from '@/registry/wallet/discovered-wallets';
import type { WalletChoiceState } from '@/registry/wallet/use-wallet';
import classes from './wallet-choice.module.css';

/** Which wallet of this browser to use; what to do when there is none. */
export function WalletChoice({ wallets, wallet, choose, searching }: WalletChoiceState) {
  const t = useTranslations();
  if (searching)
    return <Text c="dimmed">{t('registry.walletChoice.lookingForAWalletInThis')}</Text>;
  if (wallets.length === 0) return <NoWallet />;
  if (wallets.length === 1 && wallet !== null) return <WalletName wallet={wallet} />;
  return (
    <Radio.Group
      label={t('common.wallet')}
      description={t('registry.walletChoice.thisBrowserHasMoreThanOne')}
      value={wallet?.uuid ?? ''}
      onChange={(uuid) => {
        const chosen = wallets.find((found) => found.uuid === uuid);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      <Stack gap="xs" mt="xs">
        {wallets.map((found) => (
          <Radio key={found.uuid} value={found.uuid} label={<WalletName wallet={found} />} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function WalletName({ wallet }: { wallet: DiscoveredWallet }) {
  return (
    <Group component="span" gap={8} wrap="nowrap">
      {wallet.icon === null ? (
        <IconWallet size={20} aria-hidden="true" />
      ) : (
        // A data: URI of the wallet itself: there is nothing to optimise or fetch.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={wallet.icon} alt="" width={20} height={20} className={classes['icon']} />
      )}
      <span>{wallet.name}</span>
    </Group>
  );
}

function NoWallet() {
  const t = useTranslations();
  const here = `${location.host}${location.pathname}${location.search}`;
  return (
    <Alert
      color="yellow"
      icon={<IconWallet aria-hidden="true" />}
      title={t('registry.walletChoice.thisBrowserHasNoWallet')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {t.rich('registry.walletChoice.addWallet', {
            download: (chunks) => (
              <Anchor href="https://metamask.io/download" target="_blank" rel="noreferrer" inherit>
                {chunks}
              </Anchor>
            ),
          })}
        </Text>
        <Button
          component="a"
          href={`https://link.metamask.io/dapp/${here}`}
          size="xs"
          variant="default"
        >
          {t('registry.walletChoice.openInTheMetaMaskApp')}
        </Button>
      </Stack>
    </Alert>
  );
}
