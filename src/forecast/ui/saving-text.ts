import type { Translate } from '@/messages/translator';
import type { Advice } from '../answer/advise';

/** A share for a person: whole per cent, not torn apart at the end of a line. */
export function percentText(percent: number, t: Translate): string {
  return t('forecast.saving.percent', { percent: Math.round(Math.abs(percent)) });
}

/** `Saved 12 %`, `Lost 1 %`, or `Nothing` where rounding leaves nothing. */
export function savedText(percent: number, t: Translate): string {
  const rounded = Math.round(percent);
  return t('forecast.saving.saved', {
    direction: rounded > 0 ? 'saved' : rounded < 0 ? 'lost' : 'none',
    percent: percentText(percent, t),
  });
}

/** `about 40 % less than now, likely between 25 % and 55 % less` */
export function savingText(saving: NonNullable<Advice['saving']>, t: Translate): string {
  const { likely, low, high } = saving;
  const range = low >= 0 ? 'less' : high <= 0 ? 'more' : 'mixed';
  // Both ends are more expensive: the smaller number comes first.
  const ends = range === 'more' ? [high, low] : [low, high];
  const [from = low, to = high] = ends;
  return t('forecast.saving.saving', {
    likely: percentText(likely, t),
    direction: likely < 0 ? 'more' : 'less',
    range,
    low: percentText(from, t),
    high: percentText(to, t),
  });
}
