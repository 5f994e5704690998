'use client';

import { useTranslations } from 'next-intl';
import { Card, Stack, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { ReportTransaction } from '../report-transaction';

interface OpenSealingProps {
  transactionId: string;
  chain: ChainProfile;
}

/** On the report's own page: the progress of the transaction that seals it. */
export function OpenSealing({ transactionId, chain }: OpenSealingProps) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <Card component="section" aria-labelledby="sealing">
      <Stack gap="md">
        <Title order={2} id="sealing">
          {t('sharing.sealing.beingSealed')}
        </Title>
        <ReportTransaction
          transactionId={transactionId}
          isNew={false}
          chain={chain}
          done={t('sharing.sealing.done', { count: 1 })}
          onClose={() => router.refresh()}
        />
      </Stack>
    </Card>
  );
}
