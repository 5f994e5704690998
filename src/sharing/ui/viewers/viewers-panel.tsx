'use client';

import { useTranslations } from 'next-intl';
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { ListedViewer } from '@/sharing/viewers/list-viewers';
import type { PendingTransaction } from '@/sharing/anchoring/find-open-transaction';
import { PermissionChange } from './permission-change';
import { ReportTransaction } from '@/sharing/ui/report-transaction';
import { ViewerLines } from './viewer-lines';

interface ViewersPanelProps {
  reportId: string;
  viewers: ListedViewer[];
  /** The wallet that owns the report on the chain, EIP-55; null when that is not known now. */
  account: string | null;
  /** Why nothing can be changed: the report is not valid, or belongs to a wallet that is not the patient's. */
  readOnly: 'invalid' | 'transferred' | null;
  open: PendingTransaction | null;
  chain: ChainProfile;
}

/** The viewers of an anchored report, and the form to change them. */
export function ViewersPanel(props: ViewersPanelProps) {
  const t = useTranslations();
  const { reportId, viewers, account, readOnly, open, chain } = props;
  const [changing, setChanging] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const openId = open?.transactionId ?? null;
  const underWay = begun ?? (openId === closed ? null : openId);
  const withdrawn = begun === null && open?.kind === 'WITHDRAW_REPORT';

  function close() {
    setClosed(underWay);
    setBegun(null);
    setChanging(false);
  }

  return (
    <Card component="section" aria-labelledby="viewers">
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3" id="viewers">
            {t('sharing.viewersPanel.title')}
          </Title>
          {readOnly === null && account !== null && !changing && underWay === null && (
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden="true" />}
              onClick={() => setChanging(true)}
            >
              {t('sharing.viewersPanel.change')}
            </Button>
          )}
        </Group>
        {underWay !== null && (
          <ReportTransaction
            transactionId={underWay}
            isNew={begun !== null}
            chain={chain}
            done={withdrawn ? t('sharing.withdrawalForm.done') : t('sharing.viewersPanel.done')}
            onConfirmed={close}
            onClose={close}
          />
        )}
        {underWay === null && changing && account !== null ? (
          <PermissionChange
            reportId={reportId}
            viewers={viewers}
            account={account}
            chain={chain}
            onSent={setBegun}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <ViewerLines viewers={viewers} ended={readOnly !== null} />
        )}
        {readOnly !== null && (
          <Text size="sm" c="dimmed">
            {t(`sharing.viewersPanel.readOnly.${readOnly}`)}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
