import { useTranslations } from 'next-intl';
import { Group, Text } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { ZonedTime } from '@/components/zoned-time';
import type { ForecastAnswer } from '../answer/forecast-answer';

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
      aria-label={t('forecast.noForecast.label')}
    >
      <IconChartLine size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text size="sm">
        {t('forecast.noForecast.intro')} {t(`forecast.noForecast.reasons.${reason}`)}
        {dataUntil !== null && (
          <>
            {' '}
            {t.rich('forecast.noForecast.knownUntil', {
              until: () => <ZonedTime at={dataUntil} />,
            })}
          </>
        )}
      </Text>
    </Group>
  );
}
