'use client';

import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { formatEther } from 'ethers';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { WaitingBox } from '@/components/feedback/waiting-box';
import { ZonedTime } from '@/components/zoned-time';
import type { FeeQuote } from '@/registry/fees/fee-quote';
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
              ? ethText(quote.costEth)
              : t('registry.costNow.aboutUsdText', { usdText: usdText(quote.costUsd, t) })}
          </Text>
          {quote.costUsd !== null && <Text c="dimmed">{ethText(quote.costEth)}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('registry.costNow.theNetworksFeeMedAnchorTakesNothing')}
        </Text>
        {quote.oneByOne !== undefined && <Saving together={quote} oneByOne={quote.oneByOne} />}
        <details>
          <summary className={classes['summary']}>{t('registry.costNow.howItIsEstimated')}</summary>
          <Text size="sm" c="dimmed">
            Estimated at <ZonedTime at={quote.asOf} />. Your wallet may set aside up to{' '}
            {ethText(mostEth(quote))} (its gas limit is {quote.gasLimit.toLocaleString('en-GB')});
            what is not used is not paid.
          </Text>
        </details>
      </Stack>
    </Paper>
  );
}

/** Both by the node's own simulation, at the same price of gas. */
function Saving({ together, oneByOne }: { together: FeeQuote; oneByOne: FeeQuote }) {
  const t = useTranslations();
  const percent = Math.floor(100 * (1 - together.gas / oneByOne.gas));
  const usd = oneByOne.costUsd === null ? '' : `, about ${usdText(oneByOne.costUsd, t)}`;
  return (
    <Text size="sm">
      One by one they would cost {ethText(oneByOne.costEth)}
      {usd}.{' '}
      {percent > 0
        ? `Together is ${percent} % cheaper, and your wallet asks you once.`
        : 'Together costs about the same, but your wallet asks you once.'}
    </Text>
  );
}

/** The estimate's price per gas for the whole limit. */
function mostEth({ gas, gasLimit, costWei }: FeeQuote): string {
  return formatEther((BigInt(costWei) * BigInt(gasLimit)) / BigInt(gas));
}
