import type { ReportState } from '@/generated/prisma/enums';

/** The states in which the patient may read. A withdrawn report may have been sent to the wrong person. */
export const READ_BY_PATIENT: readonly ReportState[] = [
  'FORWARDED',
  'REJECTED',
  'APPROVED',
  'ANCHORING',
  'ANCHORED',
  'RETRACTED',
  'SUPERSEDED',
];
