'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { ethText, usdText } from '@/registry/fees/fee-text';
import { useQuote } from '@/registry/ui/fees/use-quote';
import type { MatchingLine } from '@/sharing/requests/read-received-request';

/** What it will cost to let a doctor read some reports: as much for each as for the first. */
export function GrantPrice({ first, count }: { first: MatchingLine; count: number }) {
  const t = useTranslations();
  const path = `/api/reports/${first.reportId}/permissions/quote`;
  const { quote } = useQuote(path, { viewerCount: first.viewers + 1 });
  if (quote === null)
    return <Text size="sm">{t('sharing.grantPrice.confirmations', { count })}</Text>;
  const clinicPays = quote.clinic != null && quote.clinic.hindrance === null;
  const price =
    quote.costUsd === null
      ? ethText(String(Number(quote.costEth) * count), t)
      : usdText(quote.costUsd * count, t);
  return (
    <Text size="sm">
      {t('sharing.grantPrice.confirmations', { count })}{' '}
      {clinicPays ? t('sharing.grantPrice.clinic') : t('sharing.grantPrice.own', { price })}
    </Text>
  );
}
