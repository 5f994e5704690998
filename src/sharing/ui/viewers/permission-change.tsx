'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text } from '@mantine/core';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import type { ListedViewer } from '@/sharing/viewers/list-viewers';
import { PaidStep } from '@/sharing/ui/paid-step';
import { useViewerList } from './use-viewer-list';
import { ViewersEditor } from './viewers-editor';

interface PermissionChangeProps {
  reportId: string;
  viewers: ListedViewer[];
  /** The wallet that owns the report on the chain, EIP-55. */
  account: string;
  chain: ChainProfile;
  onSent: (transactionId: string) => void;
  onCancel: () => void;
}

/** Replaces the list of viewers by a transaction whose price is shown first. */
export function PermissionChange(props: PermissionChangeProps) {
  const t = useTranslations();
  const { reportId, viewers, account, chain, onSent, onCancel } = props;
  const list = useViewerList(
    viewers.filter(({ state }) => state === 'active' || state === 'closed'),
  );
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('sharing.permissionChange.intro')}</Text>
      <WalletLock>
        <ViewersEditor {...list.editor} />
      </WalletLock>
      <PaidStep
        path={`/api/reports/${reportId}/permissions`}
        question={{ viewerCount: list.count }}
        account={account}
        chain={chain}
        verb={t('sharing.permissionChange.confirm')}
        collect={() => {
          const collected = list.collect();
          return collected && { viewers: collected };
        }}
        onFieldErrors={list.setErrors}
        onSent={onSent}
      />
      <WalletLock>
        <Button variant="subtle" size="md" fullWidth onClick={onCancel}>
          {t('sharing.permissionChange.keepList')}
        </Button>
      </WalletLock>
    </Stack>
  );
}
