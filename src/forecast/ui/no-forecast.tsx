import { useTranslations } from 'next-intl';
import { Group, Text } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { ZonedTime } from '@/components/zoned-time';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { NO_FORECAST } from './forecast-words';

type None = Extract<ForecastAnswer, { status: 'none' }>;

/** Why no day can be advised. */
export function NoForecast({ answer: { reason, dataUntil } }: { answer: None }) {
  const t = useTranslations();
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      align="flex-start"
      role="status"
      aria-label={t('forecast.noForecast.noForecast')}
    >
      <IconChartLine size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text size="sm">
        There is no forecast now. {NO_FORECAST[reason]}
        {dataUntil !== null && (
          <>
            {' '}
            Fees are known until <ZonedTime at={dataUntil} />; a forecast older than two days is not
            shown.
          </>
        )}
      </Text>
    </Group>
  );
}
