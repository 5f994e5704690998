'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Code, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { onPrompt, openPrompt, type DemoPrompt } from './demo-prompt';
import { changeDemoState, type DemoState } from './demo-state';
import { DemoTransaction } from './demo-transaction';
import type { DemoWalletProps } from './demo-wallet';
import classes from './demo-wallet.module.css';
import { Facts } from './facts';

const TITLES: Record<DemoPrompt['kind'], string> = {
  connect: 'Connect to this site',
  switch: 'Change the network',
  sign: 'Sign a message',
  'sign-data': 'Sign data',
  transaction: 'Confirm a transaction',
};

type WindowProps = DemoWalletProps & { state: DemoState };

/** The wallet's own window: what the site wants, and the person's yes or no. Closing it is a no. */
export function DemoPromptWindow(props: WindowProps) {
  const t = useTranslations();
  const open = useSyncExternalStore(onPrompt, openPrompt, () => null);
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(false)}
      title={open === null ? '' : `Demo wallet: ${TITLES[open.prompt.kind].toLowerCase()}`}
      size={400}
      zIndex={1000}
      transitionProps={{ duration: 0 }}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close the wallet' }}
      classNames={{ header: classes['header'] ?? '', close: classes['close'] ?? '' }}
    >
      {open !== null && (
        <Stack gap="md" pt="md">
          <PromptBody prompt={open.prompt} {...props} />
          <Group grow>
            <Button variant="default" onClick={() => open.answer(false)}>
              {t('registry.demoPromptWindow.reject')}
            </Button>
            <Button className={classes['handle'] ?? ''} onClick={() => open.answer(true)}>
              {t('registry.demoPromptWindow.confirm')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" ta="center">
            {t('registry.demoPromptWindow.playMoneyNotARealWallet')}
          </Text>
        </Stack>
      )}
    </Modal>
  );
}

function PromptBody({ prompt, ...props }: WindowProps & { prompt: DemoPrompt }) {
  const t = useTranslations();
  const account = DEMO_ACCOUNTS[props.state.account];
  switch (prompt.kind) {
    case 'connect':
      return (
        <>
          <Text>{t('registry.demoPromptWindow.hostWantsToSeeOneOf', { host: location.host })}</Text>
          <NativeSelect
            label={t('registry.demoPromptWindow.accountToShare')}
            value={String(props.state.account)}
            onChange={(event) => {
              changeDemoState({ account: Number(event.currentTarget.value) });
            }}
            data={DEMO_ACCOUNTS.map(({ label, address }, place) => ({
              value: String(place),
              label: `${label} (${address.slice(0, 6)}…${address.slice(-4)})`,
            }))}
          />
        </>
      );
    case 'switch':
      return (
        <Text>
          {location.host} wants to {prompt.add ? 'add and use' : 'use'} the network{' '}
          <strong>{props.chain.name}</strong>.
        </Text>
      );
    case 'sign':
    case 'sign-data':
      return (
        <>
          {prompt.kind === 'sign' && prompt.foreignDomain !== null && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
              {t('registry.demoPromptWindow.thisMessageIsForForeignDomainBut', {
                foreignDomain: prompt.foreignDomain,
                host: location.host,
              })}
            </Alert>
          )}
          <Facts rows={[['Account', account?.address ?? '']]} />
          <Code block className={classes['text'] ?? ''}>
            {prompt.text}
          </Code>
          <Text size="sm">{t('registry.demoPromptWindow.signingCostsNothing')}</Text>
        </>
      );
    case 'transaction':
      return <DemoTransaction call={prompt.call} {...props} />;
  }
}
