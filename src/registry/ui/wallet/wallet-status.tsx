'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import type { Sentence } from '@/messages/translator';
import { isBusy, waitsForWallet, type WalletPhase } from '@/registry/wallet/wallet-activity';
import { useOverdue } from '@/registry/ui/use-overdue';

type Asked = 'transaction' | 'signature';

interface WalletStatusProps {
  phase: WalletPhase;
  /** What the wallet is asked for in the end. */
  asked: Asked;
  onStop: () => void;
}

/** What a step with the wallet waits for, how to stop waiting when no answer comes, or why it ended. */
export function WalletStatus({ phase, asked, onStop }: WalletStatusProps) {
  const t = useTranslations();
  const overdue = useOverdue(waitsForWallet(phase) ? phase.at : null);
  const waiting = isBusy(phase);
  return (
    <Stack gap="sm" align="flex-start" hidden={phase.at === 'idle'}>
      <div role="status">
        {waiting && (
          <Stack gap={6}>
            <Group gap="sm" wrap="nowrap">
              <Loader size="sm" aria-hidden="true" />
              <Text>{describePhase(phase, asked)(t)}</Text>
            </Group>
            {phase.at === 'asking' && (
              <Text size="sm" c="dimmed">
                {t(`registry.walletStatus.leaving.${asked}`)}
              </Text>
            )}
            {overdue && (
              <Text>
                {t.rich('registry.walletStatus.noWindow', {
                  strong: (chunks) => <strong>{chunks}</strong>,
                })}
              </Text>
            )}
          </Stack>
        )}
        {phase.at === 'stopped' && (
          <Alert
            color="yellow"
            icon={<IconHandStop aria-hidden="true" />}
            title={t('registry.walletStatus.thisPageNoLongerWaitsFor')}
          >
            {phase.during === 'asking'
              ? t(`registry.walletStatus.stopped.${asked}`)
              : t('registry.walletStatus.stopped.earlier')}
          </Alert>
        )}
      </div>
      {overdue && (
        <Button variant="default" onClick={onStop}>
          {t('registry.walletStatus.stopWaiting')}
        </Button>
      )}
      {phase.at === 'failed' && <ErrorNotice>{phase.sentence(t)}</ErrorNotice>}
    </Stack>
  );
}

/** What the person waits for. */
function describePhase({ at }: WalletPhase, asked: Asked): Sentence {
  if (at === 'asking') return (t) => t(`registry.walletStatus.asking.${asked}`);
  if (at === 'idle' || at === 'failed' || at === 'stopped') return () => '';
  return (t) => t(`registry.walletStatus.stages.${at}`);
}
