'use client';

import { useTranslations } from 'next-intl';
import { Stack, Text } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { ChosenLine } from '@/sharing/requests/read-received-request';
import { PaidStep } from '@/sharing/ui/paid-step';
import { ReportTransaction } from '@/sharing/ui/report-transaction';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';

interface CarryOutProps {
  requestId: string;
  reports: readonly ChosenLine[];
  /** Whether the doctor is to be on the lists on the chain, or off them. */
  wanted: 'listed' | 'removed';
  chain: ChainProfile;
}

/** Carries a decision out on the chain, one report after the other, each with its price. */
export function CarryOut({ requestId, reports, wanted, chain }: CarryOutProps) {
  const t = useTranslations();
  const router = useRouter();
  const [begun, setBegun] = useState<{ reportId: string; transactionId: string } | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const isDone = ({ isListed }: ChosenLine) => isListed === (wanted === 'listed');
  const left = reports.filter((line) => !isDone(line) && line.account !== null);
  const current = left.find(({ reportId }) => reportId === begun?.reportId) ?? left[0];
  const open = current?.openTransactionId ?? null;
  const underWay = begun?.transactionId ?? (open === closed ? null : open);

  function settle() {
    setClosed(underWay);
    setBegun(null);
    router.refresh();
  }

  return (
    <Stack gap="lg">
      <ol className={classes['list']}>
        {reports.map((line) => (
          <li key={line.reportId} className={classes['line']}>
            <Text>
              {isDone(line) ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : (
                <IconClock size={16} aria-hidden="true" />
              )}{' '}
              {line.title}
            </Text>
            <Text size="sm" c="dimmed">
              {t('sharing.decideForm.report', { code: line.code })} ·{' '}
              {line.account === null && !isDone(line)
                ? t('sharing.carryOut.notValid')
                : t(`sharing.carryOut.${line.isListed ? 'listed' : 'notListed'}`)}
            </Text>
          </li>
        ))}
      </ol>
      {current?.account != null && underWay === null && (
        <Stack gap="sm">
          <Text fw={600}>
            {t(`sharing.carryOut.next.${wanted}`, { title: current.title, count: left.length })}
          </Text>
          <PaidStep
            key={current.reportId}
            path={`/api/access-requests/${requestId}/reports/${current.reportId}/permission`}
            question={{}}
            account={current.account}
            chain={chain}
            verb={t(`sharing.carryOut.verb.${wanted}`)}
            collect={() => ({})}
            onFieldErrors={() => undefined}
            onSent={(transactionId) => setBegun({ reportId: current.reportId, transactionId })}
          />
        </Stack>
      )}
      {underWay !== null && (
        <ReportTransaction
          transactionId={underWay}
          isNew={begun !== null}
          chain={chain}
          done={t(`sharing.carryOut.done.${wanted}`)}
          onConfirmed={settle}
          onClose={settle}
        />
      )}
    </Stack>
  );
}
