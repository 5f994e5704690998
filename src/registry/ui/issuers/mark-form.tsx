'use client';

import { useTranslations } from 'next-intl';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { WholeNumberInput } from '@/components/inputs/whole-number-input';
import { readWholeNumber } from '@/platform/whole-number';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { AdminCallStep } from '../admin-call-step';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { useReachedReports } from './use-reached-reports';

interface MarkFormProps {
  issuer: IssuerRow;
  /** The newest block. */
  head: number;
  path: string;
  holders: string[];
  chain: ChainProfile;
  onDone: () => void;
}

/** From which block on reports are not trusted, how many that reaches, and the step itself. */
export function MarkForm({ issuer, head, path, holders, chain, onDone }: MarkFormProps) {
  const t = useTranslations();
  const { address, compromisedFrom } = issuer;
  const latest = compromisedFrom === null ? head : compromisedFrom - 1;
  const last = Math.max(0, latest);
  const [typed, setTyped] = useState(String(last));
  const read = readWholeNumber(typed);
  const isBlock = 'number' in read && read.number <= last;
  const fromBlock = isBlock ? read.number : null;
  const [sure, setSure] = useState(false);
  const reached = useReachedReports(address, fromBlock);
  return (
    <Stack gap="md">
      <Text>{t('registry.markForm.warning')}</Text>
      <WalletLock>
        <WholeNumberInput
          label={t('registry.markForm.firstBlockWhoseReportsAreNot')}
          description={t('registry.markForm.newestBlock', { head })}
          value={typed}
          error={
            isBlock
              ? null
              : 'fault' in read
                ? t(read.fault)
                : t('registry.markForm.outOfRange', { last })
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setSure(false);
          }}
        />
      </WalletLock>
      <Text role="status" fw={600}>
        {fromBlock === null
          ? t('registry.markForm.noBlockChosen')
          : reached === null
            ? t('registry.markForm.countingTheReportsThatThisReaches')
            : t('registry.markForm.reportsBecomeInvalid', { reached })}
      </Text>
      <WalletLock>
        <Checkbox
          label={t('registry.markForm.iUnderstand')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      </WalletLock>
      <AdminCallStep
        path={path}
        body={{ step: 'compromise', issuer: address, fromBlock }}
        holders={holders}
        chain={chain}
        verb={t('registry.markForm.confirm')}
        blocked={
          fromBlock === null
            ? t('registry.markForm.writeBlockFirst')
            : reached === null
              ? t('registry.markForm.stillCounting')
              : sure
                ? null
                : t('registry.markForm.tickFirst')
        }
        destructive
        done={t('registry.markForm.done')}
        onDone={onDone}
      />
    </Stack>
  );
}
