import { ADMIN_STATES } from './admin';
import { DOCTOR_STATES } from './doctor';
import { PATIENT_STATES } from './patient';
import { PUBLIC_STATES } from './public';
import type { State } from './state';

/** Every page with its states, by its path in `src/app`. */
export const STATES: Record<string, State[]> = {
  ...PUBLIC_STATES,
  ...PATIENT_STATES,
  ...DOCTOR_STATES,
  ...ADMIN_STATES,
};
