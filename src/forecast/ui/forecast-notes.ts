import type { Translate } from '@/messages/translator';
import type { ReadyForecast } from '../answer/forecast-answer';
import { percentText } from './saving-text';

/** How accurate forecast and advice were of late, in one sentence. */
export function recordText({ record }: ReadyForecast, t: Translate): string {
  if (record === null) return t('forecast.forecastRecord.noRecord');
  const { origins, errorPercent, savedPercent, sundaySavedPercent } = record;
  return t('forecast.forecastRecord.record', {
    origins,
    error: percentText(errorPercent, t),
    advice: gainOf(savedPercent),
    saved: percentText(savedPercent, t),
    sunday: gainOf(sundaySavedPercent),
    sundaySaved: percentText(sundaySavedPercent, t),
  });
}

function gainOf(percent: number): 'lost' | 'saved' {
  return percent < 0 ? 'lost' : 'saved';
}

/** Where the day and the costs come from. */
export function ruleText({ advice, model }: ReadyForecast, t: Translate): string {
  const isOver = advice.rule === 'sunday' && !isSunday(advice.date);
  return [
    t('forecast.forecastRule.vote'),
    ...(isOver ? [t('forecast.forecastRule.sundayIsOver')] : []),
    ...(model === 'product' ? [] : [t('forecast.forecastRule.simpleCosts')]),
  ].join(' ');
}

function isSunday(date: string): boolean {
  return new Date(date).getUTCDay() === 0;
}

/** Whose fees these are. */
export function sourceText(
  { source, chain: { name, isOwn } }: ReadyForecast,
  t: Translate,
): string {
  if (source === 'SIMULATED') return t('forecast.forecastOrigin.simulatedFees');
  const whose = isOwn
    ? t('forecast.forecastOrigin.ownNetwork', { chain: name })
    : t('forecast.forecastOrigin.otherNetwork', { chain: name });
  return source === 'IMPORTED' ? `${whose} ${t('forecast.forecastOrigin.importedHistory')}` : whose;
}
