'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Code, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { accountOptions, DEMO_ACCOUNTS } from './demo-accounts';
import { onPrompt, openPrompt, type DemoPrompt } from './demo-prompt';
import { changeDemoState, type DemoState } from './demo-state';
import { DemoTransaction } from './demo-transaction';
import type { DemoWalletProps } from './demo-wallet-props';
import classes from './demo-wallet.module.css';
import { Facts } from './facts';

type WindowProps = DemoWalletProps & { state: DemoState };

/** The wallet's own window: the site's request, to confirm or reject. Closing it rejects. */
export function DemoPromptWindow(props: WindowProps) {
  const t = useTranslations();
  const open = useSyncExternalStore(onPrompt, openPrompt, () => null);
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(false)}
      title={open === null ? '' : t(`registry.demoPromptWindow.titles.${open.prompt.kind}`)}
      size={400}
      zIndex={1000}
      transitionProps={{ duration: 0 }}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('registry.demoPromptWindow.close') }}
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
            {t('registry.demoPromptWindow.playMoney')}
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
          <Text>{t('registry.demoPromptWindow.wantsAccount', { host: location.host })}</Text>
          <NativeSelect
            label={t('registry.demoPromptWindow.accountToShare')}
            value={String(props.state.account)}
            onChange={(event) => {
              changeDemoState({ account: Number(event.currentTarget.value) });
            }}
            data={accountOptions(t)}
          />
        </>
      );
    case 'switch':
      return (
        <Text>
          {t.rich(
            prompt.add
              ? 'registry.demoPromptWindow.addNetwork'
              : 'registry.demoPromptWindow.useNetwork',
            {
              host: location.host,
              network: props.chain.name,
              strong: (chunks) => <strong>{chunks}</strong>,
            },
          )}
        </Text>
      );
    case 'sign':
    case 'sign-data':
      return (
        <>
          {prompt.kind === 'sign' && prompt.foreignDomain !== null && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
              {t('registry.demoPromptWindow.foreignDomain', {
                foreignDomain: prompt.foreignDomain,
                host: location.host,
              })}
            </Alert>
          )}
          <Facts rows={[[t('registry.demoPromptWindow.account'), account?.address ?? '']]} />
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
