import type { EmergencyAccess } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isGenuineEmergency } from './emergency-mac';
import { emergencyStateAt } from './emergency-times';

/** The access of a doctor to a patient that waits or is open at a moment; null for none, and for a row not ours. */
export async function findOpenEmergency(
  tx: Transaction,
  where: Pick<EmergencyAccess, 'doctorId' | 'tier'> & { patientId: string },
  now: Date,
): Promise<EmergencyAccess | null> {
  const rows = await tx.emergencyAccess.findMany({
    where: { ...where, state: { in: ['ASKED', 'OPEN'] } },
    orderBy: { askedAt: 'desc' },
  });
  for (const row of rows) {
    const isUnderWay = ['ASKED', 'OPEN'].includes(emergencyStateAt(row, now));
    if (isUnderWay && (await isGenuineEmergency(tx, row))) return row;
  }
  return null;
}
