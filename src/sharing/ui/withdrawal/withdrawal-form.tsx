'use client';

import { useTranslations } from 'next-intl';
import { List, ListItem, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { PaidStep } from '../paid-step';
import { ReportTransaction } from '../report-transaction';

interface WithdrawalFormProps {
  reportId: string;
  /** The wallet that owns the report on the chain, EIP-55. */
  account: string;
  chain: ChainProfile;
  openTransactionId: string | null;
}

/** Withdraws a sealed report for good, by a transaction whose price is shown first. */
export function WithdrawalForm({
  reportId,
  account,
  chain,
  openTransactionId,
}: WithdrawalFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const [begun, setBegun] = useState<string | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const underWay = begun ?? (openTransactionId === closed ? null : openTransactionId);
  if (underWay !== null) {
    return (
      <ReportTransaction
        transactionId={underWay}
        isNew={begun !== null}
        chain={chain}
        done={t('sharing.withdrawalForm.done')}
        onConfirmed={() => router.push(`/patient/reports/${reportId}`)}
        onClose={() => {
          setClosed(underWay);
          setBegun(null);
        }}
      />
    );
  }
  return (
    <Stack gap="lg">
      <List spacing="xs">
        <ListItem>{t('sharing.withdrawalForm.invalid')}</ListItem>
        <ListItem>{t('sharing.withdrawalForm.viewers')}</ListItem>
        <ListItem>{t('sharing.withdrawalForm.copies')}</ListItem>
      </List>
      <Text fw={600}>{t('sharing.withdrawalForm.forever')}</Text>
      <PaidStep
        path={`/api/reports/${reportId}/withdrawal`}
        question={{}}
        account={account}
        chain={chain}
        verb={t('sharing.withdrawalForm.confirm')}
        destructive
        collect={() => ({})}
        onFieldErrors={() => undefined}
        onSent={setBegun}
      />
    </Stack>
  );
}
