import type { MessageKey } from '@/messages/translator';
import { ifccOf, ngspOf, type Unit } from './units';

/**
 * What an analyser can measure, mmol/mol: methods certified by the NGSP end near 4 and 20 %; a little air is left
 * on both sides.
 */
const POSSIBLE = { min: 10, max: 200 } as const;

/** A typed value in mmol/mol, or the key of the sentence that refuses it. */
export type ReadValue = { ifcc: number } | { blank: true } | { fault: MessageKey };

/** Reads a value exactly as it was typed: whole mmol/mol, or % with at most one decimal. */
export function readValue(typed: unknown, unit: Unit): ReadValue {
  const text = typeof typed === 'number' || typeof typed === 'string' ? String(typed).trim() : '';
  if (text === '') return { blank: true };
  const pattern = unit === '%' ? /^\d{1,2}(?:[.,]\d)?$/ : /^\d{1,3}$/;
  if (!pattern.test(text)) {
    return {
      fault: unit === '%' ? 'templates.hba1c.notAPercentage' : 'validation.number.notDigits',
    };
  }
  const value = Number(text.replace(',', '.'));
  const ifcc = unit === '%' ? ifccOf(value) : value;
  if (ifcc < POSSIBLE.min) return { fault: 'templates.hba1c.tooLow' };
  if (ifcc > POSSIBLE.max) return { fault: 'templates.hba1c.tooHigh' };
  return { ifcc };
}

/** The ends of what is possible, for the sentences that refuse a value. */
export const BOUNDS = {
  minimum: POSSIBLE.min,
  maximum: POSSIBLE.max,
  lowest: ngspOf(POSSIBLE.min),
  highest: ngspOf(POSSIBLE.max),
};
