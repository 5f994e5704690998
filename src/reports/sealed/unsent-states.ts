import type { ReportState } from '@/generated/prisma/client';

/** The states in which only the doctor can see a report. */
export const UNSENT_STATES: ReportState[] = ['DRAFT', 'DISCARDED'];
