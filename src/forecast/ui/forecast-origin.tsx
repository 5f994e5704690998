import { useTranslations } from 'next-intl';
import { Badge, Text } from '@mantine/core';
import { ZonedTime } from '@/components/zoned-time';
import type { ReadyForecast } from '../answer/forecast-answer';
import { sourceText } from './forecast-notes';

/** Usually fees are known up to the last full hour. */
const USUAL_HOURS = 6;

/** Whose fees these are, and until when they are known. */
export function ForecastOrigin({ answer }: { answer: ReadyForecast }) {
  const t = useTranslations();
  const { source, ageHours, dataUntil, training } = answer;
  return (
    <Text size="xs" c="dimmed" component="div">
      {source === 'SIMULATED' && <Mark>{t('forecast.forecastOrigin.simulated')}</Mark>}
      {ageHours > USUAL_HOURS && <Mark>{t('forecast.forecastOrigin.oldData')}</Mark>}
      {sourceText(answer, t)}{' '}
      {t.rich('forecast.forecastOrigin.knownUntil', {
        until: () => <ZonedTime at={dataUntil} />,
        hours: Math.floor(ageHours),
      })}
      {training && ` ${t('forecast.forecastOrigin.training')}`}
    </Text>
  );
}

function Mark({ children }: { children: string }) {
  return (
    <Badge variant="light" color="yellow" tt="none" size="sm" mr={6}>
      {children}
    </Badge>
  );
}
