import type { ReportState } from '@/generated/prisma/enums';

/** What a person reads for each state of a report: on badges and in filters. */
export const STATE_WORDS: Record<ReportState, string> = {
  DRAFT: 'Draft',
  DISCARDED: 'Discarded',
  FORWARDED: 'Waiting for patient',
  REJECTED: 'Rejected',
  APPROVED: 'Approved',
  WITHDRAWN: 'Withdrawn',
  ANCHORING: 'Being sealed',
  ANCHORED: 'On the blockchain',
  RETRACTED: 'Retracted',
  SUPERSEDED: 'Replaced',
};

/** The same for the patient, who is the one that is waited for. */
export const PATIENT_STATE_WORDS: Record<ReportState, string> = {
  ...STATE_WORDS,
  FORWARDED: 'Waiting for you',
};
