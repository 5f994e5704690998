'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import {
  isBusy,
  waitsForWallet,
  type WalletPhase,
  type WalletStage,
} from '../wallet/wallet-activity';
import { useOverdue } from './use-overdue';

type Asked = 'transaction' | 'signature';

interface WalletStatusProps {
  phase: WalletPhase;
  /** What the wallet is asked for in the end. */
  asked: Asked;
  onStop: () => void;
}

const STAGES: Record<WalletStage, string> = {
  account: 'Your wallet asks which account this page may use. Please answer there.',
  network: 'Your wallet asks whether to change the network. Please answer there.',
  preparing: 'One moment, this is being prepared…',
  asking: '',
  finishing: 'One moment, this is being saved…',
};

const ASKING: Record<Asked, string> = {
  transaction: 'Look at the transaction in your wallet, then confirm or reject it there.',
  signature: 'Read the text in your wallet, then sign or reject it there. Signing costs nothing.',
};

const LEAVING: Record<Asked, string> = {
  transaction:
    'You can leave this page: what you confirm in your wallet is still sent, and you find it here when you come back.',
  signature: 'If you leave this page, what you sign after that has no effect.',
};

const STOPPED: Record<Asked, string> = {
  transaction:
    'The question may still be open in your wallet. If you confirm it there, it is sent and paid, and this page shows it by itself. To be sure that nothing is sent, reject it there.',
  signature:
    'The question may still be open in your wallet. If you sign it there now, it has no effect. You can begin again here.',
};

const STOPPED_EARLIER =
  'The question may still be open in your wallet. Answering it there sends nothing and costs nothing. You can begin again here.';

/** What a step with the wallet waits for, the way out when no answer comes, or why it ended. */
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
              <Text>{phase.at === 'asking' ? ASKING[asked] : STAGES[phase.at as WalletStage]}</Text>
            </Group>
            {phase.at === 'asking' && (
              <Text size="sm" c="dimmed">
                {LEAVING[asked]}
              </Text>
            )}
            {overdue && (
              <Text>
                <strong>{t('registry.walletStatus.noWindow')}</strong> Open your wallet from the
                toolbar of the browser, or open its app. The question waits there.
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
            {phase.during === 'asking' ? STOPPED[asked] : STOPPED_EARLIER}
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
