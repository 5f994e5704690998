import { ngspOf } from './units';

/**
 * Lower bounds in mmol/mol and % of the ranges of the ADA (Standards of Care in Diabetes 2024, section 2, tables 2.1 and
 * 2.2: below 5.7 %, 5.7–6.4 % or 39–47 mmol/mol, 6.5 % or 48 mmol/mol and above), highest first. They decide by
 * mmol/mol, the unit that is kept: 47 mmol/mol is 6.45 % and rounds to 6.5 %.
 */
export const ADA = [
  { code: 'diabetes', from: 48, fromPercent: 6.5 },
  { code: 'prediabetes', from: 39, fromPercent: 5.7 },
  { code: 'normal', from: 0, fromPercent: 0 },
] as const;

export type AdaCode = (typeof ADA)[number]['code'];

/**
 * The range of the ADA in which a value lies.
 * @param ifcc mmol/mol
 */
export function adaCategory(ifcc: number): AdaCode {
  return ADA.find(({ from }) => ifcc >= from)?.code ?? 'normal';
}

/**
 * Whether the rounded percentage beside a value looks as if it lay in another range than the value does.
 * @param ifcc mmol/mol
 */
export function isMisreadInPercent(ifcc: number): boolean {
  const ngsp = ngspOf(ifcc);
  return ADA.find(({ fromPercent }) => ngsp >= fromPercent)?.code !== adaCategory(ifcc);
}
