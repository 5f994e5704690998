'use client';

import { useTranslations } from 'next-intl';
import { Stack, Text } from '@mantine/core';
import { useZone } from '@/components/use-zone';
import { dayText, hourText, partOfDayText, windowText } from '@/forecast/hours/format-hours';
import type { Translate } from '@/messages/translator';
import type { Cost } from '@/registry/fees/cost-at';
import { ethText, usdText } from '@/registry/fees/fee-text';
import type { PricedPlan } from '@/registry/relayer/sending-plan';

/** What waiting for a low price will likely come to: when, for how much, and what the worst of it would be. */
export function WaitingPlan({ plan: { likely, cost, latest, most } }: { plan: PricedPlan }) {
  const t = useTranslations();
  const zone = useZone();
  return (
    <Stack gap={4}>
      <Text fz="xl" fw={650}>
        {t('sharing.waitingPlan.likely', {
          part: partOfDayText(likely, zone, t),
          cost: costText(cost, t),
        })}
      </Text>
      <Text size="sm">
        {t('sharing.waitingPlan.latest', {
          day: dayText(latest, zone, t),
          hour: hourText(latest, zone, t),
          most: costText(most, t),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('sharing.waitingPlan.window', { window: windowText(likely, zone, t), zone })}
      </Text>
    </Stack>
  );
}

/** In dollars where the price of ether is known. */
export function costText({ eth, usd }: Cost, t: Translate): string {
  return usd === null ? ethText(eth, t) : usdText(usd, t);
}
