'use client';

import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@mantine/core';
import { IconWallet } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './demo-wallet.module.css';

/** The button that opens the demo wallet's settings. */
export function DemoHandle(props: ButtonProps & ComponentPropsWithRef<'button'>) {
  const t = useTranslations();
  return (
    <Button
      className={classes['handle'] ?? ''}
      radius="xl"
      size="compact-sm"
      aria-label={t('registry.demoWallet.demoWallet')}
      leftSection={<IconWallet size={18} aria-hidden="true" />}
      {...props}
    >
      <span className={classes['handleText']}>{t('registry.demoWallet.demoWallet')}</span>
    </Button>
  );
}
