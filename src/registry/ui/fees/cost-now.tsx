'use client';

import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { formatEther } from 'ethers';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { ZonedTime } from '@/components/zoned-time';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { ethText, usdText } from '@/registry/fees/fee-text';
import classes from './cost-now.module.css';
import type { QuoteState } from './use-quote';

/** What a paid step costs at this moment, before the wallet is asked. */
export function CostNow({ quote, problem, retry }: QuoteState) {
  const t = useTranslations();
  if (problem !== null) {
    return (
      <ErrorNotice title={t('registry.costNow.thePriceIsNotKnown')} onRetry={retry}>
        {problem}
      </ErrorNotice>
    );
  }
  if (quote === null) return <WaitingBox height={96}>{t('common.askingForThePrice')}</WaitingBox>;
  return (
    <Paper p="md" role="group" aria-label={t('registry.costNow.costNow')}>
      <Stack gap={4}>
        <Group gap="xs" align="baseline">
          <Text fz="xl" fw={650}>
            {quote.costUsd === null
              ? ethText(quote.costEth, t)
              : t('registry.costNow.aboutUsdText', { usdText: usdText(quote.costUsd, t) })}
          </Text>
          {quote.costUsd !== null && <Text c="dimmed">{ethText(quote.costEth, t)}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('registry.costNow.whoseFee')}
        </Text>
        {quote.oneByOne !== undefined && <Saving together={quote} oneByOne={quote.oneByOne} />}
        <details>
          <summary className={classes['summary']}>{t('registry.costNow.howItIsEstimated')}</summary>
          <Text size="sm" c="dimmed">
            {t.rich('registry.costNow.estimate', {
              time: () => <ZonedTime at={quote.asOf} />,
              mostEth: ethText(mostEth(quote), t),
              gasLimit: quote.gasLimit,
            })}
          </Text>
        </details>
      </Stack>
    </Paper>
  );
}

/** Both by the node's own simulation, at the same price of gas. */
function Saving({ together, oneByOne }: { together: FeeQuote; oneByOne: FeeQuote }) {
  const t = useTranslations();
  const percent = Math.max(0, Math.floor(100 * (1 - together.gas / oneByOne.gas)));
  const eth = ethText(oneByOne.costEth, t);
  return (
    <Text size="sm">
      {oneByOne.costUsd === null
        ? t('registry.costNow.savingInEth', { eth, percent })
        : t('registry.costNow.saving', { eth, usd: usdText(oneByOne.costUsd, t), percent })}
    </Text>
  );
}

/** What the whole gas limit costs at the estimate's price of gas, with the fee for the data. */
function mostEth({ gas, gasLimit, costWei, l1FeeWei = '0' }: FeeQuote): string {
  const l1Fee = BigInt(l1FeeWei);
  return formatEther(((BigInt(costWei) - l1Fee) * BigInt(gasLimit)) / BigInt(gas) + l1Fee);
}
