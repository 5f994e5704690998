'use client';

import { useTranslations } from 'next-intl';
import { Button, Paper, Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';

interface AskedStepProps {
  title: string;
  /** What will happen, what it costs, and the step itself. */
  children: ReactNode;
  onClose: () => void;
}

/**
 * A paid step that was asked for, opened in its card: not a dialog, because a wallet opens windows of its
 * own. The eye and the screen reader are led to it.
 */
export function AskedStep({ title, children, onClose }: AskedStepProps) {
  const t = useTranslations();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Paper component="section" aria-labelledby={id} p="md">
      <Stack gap="md">
        <Title order={3} size="h4" id={id} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {title}
        </Title>
        {children}
        <WalletLock>
          <Button variant="subtle" onClick={onClose}>
            {t('registry.askedStep.notNow')}
          </Button>
        </WalletLock>
      </Stack>
    </Paper>
  );
}
