import { useTranslations } from 'next-intl';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff, IconCoin } from '@tabler/icons-react';
import { ZonedTime } from '@/components/zoned-time';
import { ethText, gweiText, usdText } from '@/registry/fees/fee-text';
import type { FeeQuote } from '@/registry/fees/fee-quote';
import type { PriceProblem } from '@/registry/fees/price-problems';

const NO_USD: Record<PriceProblem, string> = {
  'no-feed': 'There is no price feed on this network, so no amount in USD.',
  'no-answer': 'The price feed does not answer now, so no amount in USD.',
  'not-positive': 'The price feed gives no usable answer now, so no amount in USD.',
  stale: 'The price feed’s last answer is too old, so no amount in USD.',
};

interface FeeNowProps {
  /** Null when the chain could not be asked. */
  quote: FeeQuote | null;
  /** Name of the network. */
  network: string;
}

/** What sealing one report costs at this moment, and what that is made of. */
export function FeeNow({ quote, network }: FeeNowProps) {
  const t = useTranslations();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="fee-now">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <IconCoin size={20} aria-hidden="true" />
            <Title order={2} size="h4" id="fee-now">
              {t('registry.feeNow.priceNow')}
            </Title>
          </Group>
          <Badge variant="light" color="gray" tt="none">
            {network}
          </Badge>
        </Group>
        {quote === null ? <NoFee /> : <Fee quote={quote} />}
      </Stack>
    </Card>
  );
}

function Fee({ quote }: { quote: FeeQuote }) {
  const t = useTranslations();
  return (
    <>
      <div>
        <Text fz={28} fw={600} lh={1.2}>
          {quote.costUsd === null ? ethText(quote.costEth) : usdText(quote.costUsd, t)}
        </Text>
        {quote.costUsd !== null && quote.ethUsd !== null && (
          <Text c="dimmed" size="sm">
            {t('registry.feeNow.ethTextAtUsdTextFor1ETH', {
              ethText: ethText(quote.costEth),
              usdText: usdText(quote.ethUsd, t),
            })}
          </Text>
        )}
      </div>
      <Text size="sm">{t('registry.feeNow.forOneReportWithTwoViewers')}</Text>
      {quote.priceProblem !== null && <Text size="sm">{NO_USD[quote.priceProblem]}</Text>}
      <Text size="xs" c="dimmed">
        Base fee {gweiText(quote.baseFeeWei)}, tip {gweiText(quote.priorityFeeWei)} per gas · block{' '}
        {quote.block} · <ZonedTime at={quote.asOf} />
      </Text>
    </>
  );
}

function NoFee() {
  const t = useTranslations();
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <IconCloudOff size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text size="sm">{t('registry.feeNow.theBlockchainCannotBeAskedNow')}</Text>
    </Group>
  );
}
