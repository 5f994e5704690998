import { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import type { PatientChange } from './add-to-pairs';
import type { PlaceChange } from './counted-place';

/** Makes all other changes of these doctors' counts wait until the transaction ends. */
export async function lockDoctors(tx: Transaction, doctorIds: readonly string[]): Promise<void> {
  const rows = [...new Set(doctorIds)].toSorted().map((id) => Prisma.sql`(${id}, 'ALL', 0, 0)`);
  await tx.$executeRaw`
    INSERT INTO DoctorCount (doctorId, state, reports, patients) VALUES ${Prisma.join(rows)}
    ON DUPLICATE KEY UPDATE reports = reports`;
}

/** Adds to the rows of DoctorCount. The doctors must be locked. */
export async function addToDoctors(
  tx: Transaction,
  reports: readonly PlaceChange[],
  patients: readonly PatientChange[],
): Promise<void> {
  const totals = new Map<string, { reports: number; patients: number }>();
  for (const change of [...reports, ...patients]) {
    const key = `${change.doctorId} ${change.state}`;
    const total = totals.get(key) ?? { reports: 0, patients: 0 };
    totals.set(key, total);
    if ('patients' in change) total.patients += change.patients;
    else total.reports += change.reports;
  }
  const rows = [...totals]
    .filter(([, total]) => total.reports !== 0 || total.patients !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, total]) => {
      const [doctorId, state] = key.split(' ');
      return Prisma.sql`(${doctorId}, ${state}, ${total.reports}, ${total.patients})`;
    });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO DoctorCount (doctorId, state, reports, patients) VALUES ${Prisma.join(rows)}
    ON DUPLICATE KEY UPDATE
      reports = reports + VALUES(reports), patients = patients + VALUES(patients)`;
}
