import type { Translate } from '@/messages/translator';

/** Millimetres of mercury. */
export interface Pressure {
  systolic: number;
  diastolic: number;
}

/** The three readings of one visit, in the order in which they were taken. */
export interface Readings {
  a: Pressure;
  b: Pressure;
  c: Pressure;
}

/**
 * Office blood pressure after the 2023 ESH guidelines (Mancia et al., J Hypertens 2023;41:1874, table 3),
 * unchanged since ESC/ESH 2018: lower bounds in mmHg, highest first; when the two numbers fall into
 * different rows, the higher row wins.
 */
export const ESH_2023 = [
  { code: 'grade-3', systolic: 180, diastolic: 110 },
  { code: 'grade-2', systolic: 160, diastolic: 100 },
  { code: 'grade-1', systolic: 140, diastolic: 90 },
  { code: 'high-normal', systolic: 130, diastolic: 85 },
  { code: 'normal', systolic: 120, diastolic: 80 },
  { code: 'optimal', systolic: 0, diastolic: 0 },
] as const;

export type EshCode = (typeof ESH_2023)[number]['code'];

/** The ESH 2023 category of a pressure. */
export interface EshCategory {
  code: EshCode;
  /** The only one of the two numbers that is raised (≥ 140, ≥ 90). */
  isolated: 'systolic' | 'diastolic' | null;
}

/** Finds the ESH 2023 category. */
export function eshCategory({ systolic, diastolic }: Pressure): EshCategory {
  const row = ESH_2023.find((r) => systolic >= r.systolic || diastolic >= r.diastolic);
  const { code } = row ?? ESH_2023[5];
  if (systolic >= 140 && diastolic < 90) return { code, isolated: 'systolic' };
  if (systolic < 140 && diastolic >= 90) return { code, isolated: 'diastolic' };
  return { code, isolated: null };
}

/** An ESH category as a report words it, e.g. `Grade 1 hypertension, isolated systolic`. */
export function eshLabel({ code, isolated }: EshCategory, t: Translate): string {
  const category = t(`templates.bloodPressure.esh.${code}`);
  return t('templates.bloodPressure.eshIsolated', { category, isolated: isolated ?? 'none' });
}

export type AccAhaCode = 'normal' | 'elevated' | 'stage-1' | 'stage-2';

/**
 * The category of the 2017 ACC/AHA guideline (Whelton et al., Hypertension 2018;71:e13, table 6),
 * kept by its 2025 edition.
 */
export function accAhaCategory({ systolic, diastolic }: Pressure): AccAhaCode {
  if (systolic >= 140 || diastolic >= 90) return 'stage-2';
  if (systolic >= 130 || diastolic >= 80) return 'stage-1';
  return systolic >= 120 ? 'elevated' : 'normal';
}

/** Above 180 systolic and/or 120 diastolic ACC/AHA 2017 asks for assessment at once. */
export function needsActionAtOnce({ systolic, diastolic }: Pressure): boolean {
  return systolic > 180 || diastolic > 120;
}

/** The mean of readings B and C. Guidelines classify whole mmHg; a half counts upwards. */
export function meanPressure({ b, c }: Readings): Pressure {
  return {
    systolic: Math.round((b.systolic + c.systolic) / 2),
    diastolic: Math.round((b.diastolic + c.diastolic) / 2),
  };
}
