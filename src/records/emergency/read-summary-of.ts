import { getPatient } from '@/accounts/people/get-patient';
import type { PatientSnapshot } from '@/accounts/people/snapshots';
import type { Transaction } from '@/platform/database/database';
import { openSummary } from './sealed-summary';
import type { EmergencySummary } from './summary-schema';

/** Who a patient is, and what they want a doctor to know in an emergency. */
export interface KnownPatient {
  patient: PatientSnapshot;
  /** Null while they have saved none. */
  summary: EmergencySummary | null;
  savedAt: Date | null;
  /** Counts changes; 0 while there is none. */
  revision: number;
}

/**
 * Reads the emergency summary of an active patient. Whoever calls it has checked that its reader may read it.
 * @throws AppError not-found, also for an account that is no active patient; object-altered
 */
export async function readSummaryOf(tx: Transaction, accountId: string): Promise<KnownPatient> {
  return addSummary(tx, await getPatient(tx, accountId));
}

/**
 * The same of a patient whose data were read already.
 * @throws AppError object-altered
 */
export async function addSummary(tx: Transaction, patient: PatientSnapshot): Promise<KnownPatient> {
  const { accountId } = patient;
  const row = await tx.emergencySummary.findUnique({ where: { accountId } });
  if (row === null) return { patient, summary: null, savedAt: null, revision: 0 };
  const { savedAt, revision } = row;
  return { patient, summary: await openSummary(tx, row), savedAt, revision };
}
