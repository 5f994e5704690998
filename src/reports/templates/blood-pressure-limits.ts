import type { Pressure } from './blood-pressure-category';

/** mmHg outside which NCD-RisC (Lancet 2017;389:37) set adults' readings aside as implausible. */
const USUAL = { systolic: [70, 270], diastolic: [30, 150] } as const;
/** Beats a minute of an adult at rest that nobody asks about twice. */
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
): string[] {
  const { systolic, diastolic, pulse } = reading;
  const of = `Measurement ${letter}:`;
  const sentences: string[] = [];
  if (isOutside(systolic, USUAL.systolic))
    sentences.push(`${of} systolic ${systolic} mmHg is rare.`);
  if (isOutside(diastolic, USUAL.diastolic)) {
    sentences.push(`${of} diastolic ${diastolic} mmHg is rare.`);
  }
  const difference = systolic - diastolic;
  if (difference < systolic * NARROW || difference > WIDE) {
    sentences.push(
      `${of} ${systolic}/${diastolic} are unusually ${difference > WIDE ? 'far apart' : 'close'}.`,
    );
  }
  if (pulse !== null && isOutside(pulse, USUAL_PULSE)) {
    sentences.push(`${of} a pulse of ${pulse} a minute is rare.`);
  }
  return sentences;
}

function isOutside(value: number, [min, max]: readonly [number, number]): boolean {
  return value < min || value > max;
}
