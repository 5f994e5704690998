/** The units in which laboratories report HbA1c: IFCC and NGSP. */
export const UNITS = ['mmol/mol', '%'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * The IFCC–NGSP master equation (Hoelzel et al., Clin Chem 2004;50:166; ngsp.org/ifcc.asp).
 * @param ifcc mmol/mol
 * @returns NGSP, %, with one decimal
 */
export function ngspOf(ifcc: number): number {
  return Math.round((0.09148 * ifcc + 2.152) * 10) / 10;
}

/**
 * The master equation solved for IFCC.
 * @param ngsp %
 * @returns IFCC, whole mmol/mol
 */
export function ifccOf(ngsp: number): number {
  return Math.round((ngsp - 2.152) / 0.09148);
}
