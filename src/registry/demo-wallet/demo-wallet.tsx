'use client';

import { useTranslations } from 'next-intl';
import { Button, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { accountOptions } from './demo-accounts';
import { DemoBalance } from './demo-balance';
import { DemoHandle } from './demo-handle';
import { DemoPromptWindow } from './demo-prompt-window';
import { changeDemoState, demoState, onDemoState, type DemoState } from './demo-state';
import type { DemoWalletProps } from './demo-wallet-props';
import classes from './demo-wallet.module.css';

const NETWORKS = {
  home: { network: 'home', knowsHome: true },
  elsewhere: { network: 'elsewhere', knowsHome: true },
  stranger: { network: 'elsewhere', knowsHome: false },
} as const satisfies Record<string, Partial<DemoState>>;

/** A wallet with play money, for demonstrations and tests: its settings, and its own window for requests. */
export function DemoWallet({ chain, rpcUrl, isOpen }: DemoWalletProps & { isOpen: boolean }) {
  const state = useSyncExternalStore(onDemoState, demoState, () => null);
  if (state === null) return null;
  return (
    <>
      <div className={classes['place']} data-print="hide">
        <Popover width={330} position="bottom-end" shadow="lg" trapFocus defaultOpened={isOpen}>
          <Popover.Target>
            <DemoHandle />
          </Popover.Target>
          <Popover.Dropdown>
            <Settings state={state} chain={chain} rpcUrl={rpcUrl} />
          </Popover.Dropdown>
        </Popover>
      </div>
      <DemoPromptWindow state={state} chain={chain} rpcUrl={rpcUrl} />
    </>
  );
}

function Settings({ state, chain, rpcUrl }: DemoWalletProps & { state: DemoState }) {
  const t = useTranslations();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('registry.demoWallet.warning')}
      </Text>
      <NativeSelect
        label={t('registry.demoWallet.account')}
        value={String(state.account)}
        onChange={(event) => {
          changeDemoState({ account: Number(event.currentTarget.value) });
        }}
        data={accountOptions(t)}
      />
      <DemoBalance state={state} chain={chain} rpcUrl={rpcUrl} />
      <NativeSelect
        label={t('registry.demoWallet.network')}
        value={state.network === 'home' ? 'home' : state.knowsHome ? 'elsewhere' : 'stranger'}
        onChange={(event) => {
          changeDemoState(networkNamed(event.currentTarget.value));
        }}
        data={[
          { value: 'home', label: chain.name },
          { value: 'elsewhere', label: t('registry.demoWallet.elsewhere') },
          { value: 'stranger', label: t('registry.demoWallet.stranger') },
        ]}
      />
      <Button
        variant="default"
        size="xs"
        disabled={!state.connected}
        onClick={() => {
          changeDemoState({ connected: false });
        }}
      >
        {t('registry.demoWallet.disconnectFromThisSite')}
      </Button>
    </Stack>
  );
}

function networkNamed(name: string): Partial<DemoState> {
  return name === 'elsewhere' || name === 'stranger' ? NETWORKS[name] : NETWORKS.home;
}
