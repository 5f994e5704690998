import type { Transaction } from '@/platform/database/database';
import { emergencyMac, isGenuineEmergency } from './emergency-mac';

/**
 * Forgets whom emergency accesses were about when their patient is erased. That a doctor opened something, and the
 * verdict, stay: else an erasure would hide a misuse.
 */
export async function forgetEmergenciesOf(tx: Transaction, patientId: string): Promise<void> {
  for (const access of await tx.emergencyAccess.findMany({ where: { patientId } })) {
    // What somebody altered must not become ours.
    const mac = (await isGenuineEmergency(tx, access))
      ? await emergencyMac(tx, { ...access, patientId: null })
      : access.mac;
    await tx.emergencyAccess.update({
      where: { id: access.id },
      data: { patientId: null, sealedReason: null, sealedVerdict: null, mac },
    });
  }
}
