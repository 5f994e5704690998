import { createHash } from 'node:crypto';

/** One report in so many is of the doctor with the most reports. */
const HEAVY_EVERY = 20;
/** The patient with the most reports has at least so many of the first thousand, and then one in so many. */
const HEAVY_PATIENT_FIRST = { below: 1_000, every: 5 };
const HEAVY_PATIENT_EVERY = 500;
/** Reports of one patient in a row, by the doctor with the most: times two. */
const HEAVY_PAIR_HALVES = 5;

/** The doctor with the most reports, the patient with the most, and the administrator. */
export const HEAVY_DOCTOR = doctorId(0);
export const HEAVY_PATIENT = patientId(0);
export const ADMIN = madeId('f', 0);

/** How many people there are at a size: never so few that a page is not full. */
export function peopleAt(size: number): { doctors: number; patients: number } {
  return {
    doctors: Math.max(20, Math.round(size / 2_000)),
    patients: Math.max(1_000, Math.round(size / 50)),
  };
}

export function doctorId(index: number): string {
  return madeId('d', index);
}

export function patientId(index: number): string {
  return madeId('a', index);
}

function madeId(kind: string, index: number): string {
  return `01900000-0000-7000-8000-${kind}${index.toString(16).padStart(11, '0')}`;
}

/** Ids of reports grow with their number, as those of version 7 do with time. */
export function reportId(index: number): string {
  const time = (0x01_91_00_00_00_00 + index).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(spread(index) % 1e12).padStart(12, '0')}`;
}

/** Who writes the report of this number for whom, with the people that there are. */
export function routeOf(
  index: number,
  { doctors, patients }: { doctors: number; patients: number },
): { doctor: number; patient: number } {
  const { below, every } = HEAVY_PATIENT_FIRST;
  if (index % (index < below ? every : HEAVY_PATIENT_EVERY) === 1) return { doctor: 0, patient: 0 };
  if (index % HEAVY_EVERY === 0) {
    const nth = index / HEAVY_EVERY;
    return { doctor: 0, patient: 1 + (Math.floor((nth * 2) / HEAVY_PAIR_HALVES) % (patients - 1)) };
  }
  const draw = spread(index);
  return { doctor: 1 + (draw % (doctors - 1)), patient: 1 + (draw % (patients - 1)) };
}

/** A number that depends on another without a pattern. */
export function spread(index: number): number {
  return createHash('sha256').update(`medanchor ${index}`).digest().readUIntBE(0, 6);
}
