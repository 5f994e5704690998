import { database } from '@/platform/database/database';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { createApprovedRow } from './approved-report';
import { stateOf, type PatientOnChain } from '../chain/patient-on-chain';
import { sendFrom } from '../chain/test-chain';

/** Someone with whom every report of a batch is shared. */
export const VIEWER = { email: 'guest@clinic.example', expiresAt: null };

/** Some approved reports of one patient. */
export async function createApprovedRows(
  { doctor, patient }: PatientOnChain,
  count: number,
): Promise<string[]> {
  const rows = await Promise.all(
    Array.from({ length: count }, () => createApprovedRow(doctor, patient)),
  );
  return rows.map(({ id }) => id);
}

/** Prepares a batch with one viewer and sends it from the patient's wallet. */
export async function sendBatch({ patient, wallet }: PatientOnChain, reportIds: string[]) {
  const prepared = await prepareBatch(patient.actor, reportIds, [VIEWER]);
  const sent = await sendFrom(wallet, prepared.request);
  await recordTransactionSent(patient.actor, prepared.transactionId, sent.hash);
  return { ...prepared, hash: sent.hash, receipt: await sent.wait() };
}

export function statesOf(reportIds: string[]): Promise<string[]> {
  return Promise.all(reportIds.map(stateOf));
}

/** The transactions of some reports, one row for each report. */
export function transactionsOf(reportIds: string[]) {
  return database().chainTransaction.findMany({ where: { reportId: { in: reportIds } } });
}

export async function statusesOf(reportIds: string[]): Promise<string[]> {
  return (await transactionsOf(reportIds)).map(({ status }) => status);
}
