'use client';

import { Group, Paper, Stack, Text } from '@mantine/core';
import { formatEther } from 'ethers';
import { ErrorNotice } from '@/components/error-notice';
import { WaitingBox } from '@/components/waiting-box';
import { ZonedTime } from '@/components/zoned-time';
import type { FeeQuote } from '@/registry/fee-quote';
import { ethText, usdText } from '@/registry/fee-text';
import type { useQuote } from './use-quote';

/** What a paid step costs at this moment, before the wallet is asked. */
export function CostNow({ quote, problem, retry }: ReturnType<typeof useQuote>) {
  if (problem !== null) {
    return (
      <ErrorNotice title="The price is not known" onRetry={retry}>
        {problem}
      </ErrorNotice>
    );
  }
  if (quote === null) return <WaitingBox height={96}>Asking for the price…</WaitingBox>;
  return (
    <Paper p="md" role="group" aria-label="Cost now">
      <Stack gap={4}>
        <Group gap="xs" align="baseline">
          <Text fz="xl" fw={650}>
            {ethText(quote.costEth)}
          </Text>
          {quote.costUsd !== null && <Text c="dimmed">about {usdText(quote.costUsd)}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          The network’s fee, as estimated at <ZonedTime at={quote.asOf} />. MedAnchor takes nothing.
          Your wallet may set aside up to {ethText(mostEth(quote))} (its gas limit is{' '}
          {quote.gasLimit.toLocaleString('en-GB')}); what is not used is not paid.
        </Text>
      </Stack>
    </Paper>
  );
}

/** The estimate's price per gas for the whole limit. */
function mostEth({ gas, gasLimit, costWei }: FeeQuote): string {
  return formatEther((BigInt(costWei) * BigInt(gasLimit)) / BigInt(gas));
}
