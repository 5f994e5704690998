import type { Sentence } from '@/messages/translator';
import type { Pressure } from './categories';

/** mmHg outside which NCD-RisC (Lancet 2017;389:37) set adults' readings aside as implausible. */
const USUAL = { systolic: [70, 270], diastolic: [30, 150] } as const;
/** Beats a minute of an adult at rest that need no second look. */
const USUAL_PULSE = [40, 140] as const;
/** Pulse pressure: narrow below a quarter of the systolic value, wide above 100 mmHg (StatPearls NBK482408). */
const NARROW = 0.25;
const WIDE = 100;

/**
 * What is unusual about one possible reading, as sentences.
 * @param letter A, B or C
 */
export function unusualReading(
  letter: string,
  reading: Pressure & { pulse: number | null },
): Sentence[] {
  const { systolic, diastolic, pulse } = reading;
  const sentences: Sentence[] = [];
  if (isOutside(systolic, USUAL.systolic)) {
    sentences.push((t) => t('templates.bloodPressure.rareSystolic', { letter, systolic }));
  }
  if (isOutside(diastolic, USUAL.diastolic)) {
    sentences.push((t) => t('templates.bloodPressure.rareDiastolic', { letter, diastolic }));
  }
  const difference = systolic - diastolic;
  const values = { letter, systolic, diastolic };
  if (difference > WIDE) {
    sentences.push((t) => t('templates.bloodPressure.farApart', values));
  } else if (difference < systolic * NARROW) {
    sentences.push((t) => t('templates.bloodPressure.close', values));
  }
  if (pulse !== null && isOutside(pulse, USUAL_PULSE)) {
    sentences.push((t) => t('templates.bloodPressure.rarePulse', { letter, pulse }));
  }
  return sentences;
}

function isOutside(value: number, [min, max]: readonly [number, number]): boolean {
  return value < min || value > max;
}
