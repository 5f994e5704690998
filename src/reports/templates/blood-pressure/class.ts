import type { DataClass } from '@/audit/policy/data-class';

/** How confidential a report of this kind is at least. A common measurement. */
export const BLOOD_PRESSURE_CLASS = 'N' satisfies DataClass;
