import { getTranslations } from 'next-intl/server';
import { Card, Group, Stack, Title } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import type { Actor } from '@/accounts/sessions/actor';
import { readForecast } from '@/forecast/answer/read-forecast';
import { listReminders } from '@/forecast/reminders/list-reminders';
import { FeeForecast } from '@/forecast/ui/fee-forecast';
import { TYPICAL_ANCHORING_GAS } from '@/registry/fees/quote-fee';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';

/** Which of the next seven days is the cheapest; the rest of the page does not wait for the chain. */
export async function FeeForecastSection({ actor }: { actor: Actor }) {
  const t = await getTranslations();
  const [answer, typical, reminders] = await Promise.all([
    readForecast(),
    readTypicalQuote(),
    listReminders(actor),
  ]);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="fee-forecast">
      <Stack gap="sm">
        <Group gap="xs">
          <IconCalendarTime size={20} aria-hidden="true" />
          <Title order={2} size="h4" id="fee-forecast">
            {t('app.patientFees.nextSevenDays')}
          </Title>
        </Group>
        <FeeForecast
          answer={answer}
          reminders={reminders}
          typical={typical}
          typicalGas={Number(TYPICAL_ANCHORING_GAS)}
        />
      </Stack>
    </Card>
  );
}
