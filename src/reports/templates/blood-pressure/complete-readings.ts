import { readWholeNumber } from '@/platform/whole-number';
import type { Limits } from '../form-fields';

const TOO_LOW = 'templates.bloodPressure.tooLow';
const TOO_HIGH = 'templates.bloodPressure.tooHigh';

/**
 * Limits of the possible, in mmHg and beats a minute. A cuff reads no further: IEC 80601-2-30 lets an
 * automated sphygmomanometer inflate to 300 mmHg at most, and its lowest ranges start at 40 mmHg systolic
 * and 20 mmHg diastolic.
 */
export const POSSIBLE = {
  systolic: { min: 40, max: 300, tooLow: TOO_LOW, tooHigh: TOO_HIGH },
  diastolic: { min: 20, max: 300, tooLow: TOO_LOW, tooHigh: TOO_HIGH },
  pulse: {
    min: 20,
    max: 300,
    tooLow: 'templates.bloodPressure.pulseTooLow',
    tooHigh: 'templates.bloodPressure.pulseTooHigh',
  },
} as const satisfies Record<string, Limits>;

const LETTERS = ['a', 'b', 'c'] as const;

/** mmHg and beats a minute. */
interface Reading {
  systolic: number;
  diastolic: number;
  pulse: number | null;
}

type Readings = Record<(typeof LETTERS)[number], Reading>;

/** A reading as typed that is complete and possible, as the schema reads it; else null. */
export function completeReading(typed: unknown): Reading | null {
  const { systolic, diastolic, pulse } = partsOf(typed);
  const reading = {
    systolic: possibleNumber(systolic, POSSIBLE.systolic),
    diastolic: possibleNumber(diastolic, POSSIBLE.diastolic),
    pulse: possibleNumber(pulse, POSSIBLE.pulse),
  };
  if (typeof reading.systolic !== 'number' || typeof reading.diastolic !== 'number') return null;
  if (reading.pulse === 'impossible' || reading.systolic <= reading.diastolic) return null;
  return { systolic: reading.systolic, diastolic: reading.diastolic, pulse: reading.pulse };
}

/** The readings of a form in which they are complete and possible; null while they are not. */
export function completeReadings(draft: { measurements: unknown }): Readings | null {
  const typed = partsOf(draft.measurements);
  const [a, b, c] = LETTERS.map((letter) => completeReading(typed[letter]));
  return a && b && c ? { a, b, c } : null;
}

/** What is typed under each name; nothing where it is no object. */
export function partsOf(typed: unknown): Record<string, unknown> {
  return typeof typed === 'object' && typed !== null ? { ...typed } : {};
}

/** Null for nothing typed. */
function possibleNumber(typed: unknown, { min, max }: Limits): number | null | 'impossible' {
  const read = readWholeNumber(typed);
  if ('blank' in read) return null;
  if ('fault' in read || read.number < min || read.number > max) return 'impossible';
  return read.number;
}
