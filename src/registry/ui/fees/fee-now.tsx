import { useTranslations } from 'next-intl';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff, IconCoin } from '@tabler/icons-react';
import { ZonedTime } from '@/components/zoned-time';
import { ethText, gweiText, usdText } from '@/registry/fees/fee-text';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';

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
          {quote.costUsd === null ? ethText(quote.costEth, t) : usdText(quote.costUsd, t)}
        </Text>
        {quote.costUsd !== null && quote.ethUsd !== null && (
          <Text c="dimmed" size="sm">
            {t('registry.feeNow.atPriceOfEther', {
              cost: ethText(quote.costEth, t),
              ethUsd: usdText(quote.ethUsd, t),
            })}
          </Text>
        )}
      </div>
      <Text size="sm">{t('registry.feeNow.forOneReportWithTwoViewers')}</Text>
      {quote.priceProblem !== null && (
        <Text size="sm">{t(`registry.feeNow.noUsd.${quote.priceProblem}`)}</Text>
      )}
      <Text size="xs" c="dimmed">
        {t.rich('registry.feeNow.perGas', {
          baseFee: gweiText(quote.baseFeeWei, t),
          tip: gweiText(quote.priorityFeeWei, t),
          block: String(quote.block),
          time: () => <ZonedTime at={quote.asOf} />,
        })}
      </Text>
    </>
  );
}

function NoFee() {
  const t = useTranslations();
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <IconCloudOff size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text size="sm">{t('registry.feeNow.chainUnavailable')}</Text>
    </Group>
  );
}
