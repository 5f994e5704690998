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
  { code: 'grade-3', label: 'Grade 3 hypertension', systolic: 180, diastolic: 110 },
  { code: 'grade-2', label: 'Grade 2 hypertension', systolic: 160, diastolic: 100 },
  { code: 'grade-1', label: 'Grade 1 hypertension', systolic: 140, diastolic: 90 },
  { code: 'high-normal', label: 'High-normal', systolic: 130, diastolic: 85 },
  { code: 'normal', label: 'Normal', systolic: 120, diastolic: 80 },
  { code: 'optimal', label: 'Optimal', systolic: 0, diastolic: 0 },
] as const;

export type EshCode = (typeof ESH_2023)[number]['code'];

/** Where a pressure stands in a guideline, in words. */
export interface Category<Code extends string> {
  code: Code;
  label: string;
}

/** The ESH 2023 category; grades say when only one of the two numbers is raised (≥ 140, ≥ 90). */
export function eshCategory({ systolic, diastolic }: Pressure): Category<EshCode> {
  const row = ESH_2023.find((r) => systolic >= r.systolic || diastolic >= r.diastolic);
  const { code, label } = row ?? ESH_2023[5];
  if (systolic >= 140 && diastolic < 90) return { code, label: `${label}, isolated systolic` };
  if (systolic < 140 && diastolic >= 90) return { code, label: `${label}, isolated diastolic` };
  return { code, label };
}

export type AccAhaCode = 'normal' | 'elevated' | 'stage-1' | 'stage-2';

/**
 * The category of the 2017 ACC/AHA guideline (Whelton et al., Hypertension 2018;71:e13, table 6),
 * kept by its 2025 edition.
 */
export function accAhaCategory({ systolic, diastolic }: Pressure): Category<AccAhaCode> {
  if (systolic >= 140 || diastolic >= 90) return { code: 'stage-2', label: 'Stage 2 hypertension' };
  if (systolic >= 130 || diastolic >= 80) return { code: 'stage-1', label: 'Stage 1 hypertension' };
  if (systolic >= 120) return { code: 'elevated', label: 'Elevated' };
  return { code: 'normal', label: 'Normal' };
}

/** Above 180 systolic and/or 120 diastolic ACC/AHA 2017 asks for assessment at once. */
export function needsActionAtOnce({ systolic, diastolic }: Pressure): boolean {
  return systolic > 180 || diastolic > 120;
}

/** The rule by which the mean is taken; printed wherever the mean is. */
export const MEAN_RULE =
  'mean of the second and third reading (ESH 2023), rounded half up to whole mmHg';

/** The mean of readings B and C. Guidelines classify whole mmHg; a half counts upwards. */
export function meanPressure({ b, c }: Readings): Pressure {
  return {
    systolic: Math.round((b.systolic + c.systolic) / 2),
    diastolic: Math.round((b.diastolic + c.diastolic) / 2),
  };
}
