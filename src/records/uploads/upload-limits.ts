import { DAY_MS } from '@/platform/time/durations';

/** Most bytes of one file: 25 MB. */
export const MAX_FILE_BYTES = 25_000_000;
/** Most files that one patient keeps here. */
export const MAX_FILES = 200;
/** Most bytes of all of them. */
export const MAX_PATIENT_BYTES = 1_000_000_000;
/** Files that may be on their way at once, so that an unfinished one does not take the place of others for long. */
export const MAX_ANNOUNCED = 20;
/** How long an announced file is waited for. */
export const ANNOUNCED_KEPT_MS = DAY_MS;
