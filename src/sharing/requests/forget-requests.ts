import type { Transaction } from '@/platform/database/database';
import { accessRequestMac } from './access-request-mac';

/**
 * Forgets the requests that an erased patient received. One that was not answered becomes one to an unknown address: that it
 * disappeared would show its doctor that there was such a person.
 */
export async function forgetRequestsOf(tx: Transaction, patientId: string): Promise<void> {
  const unanswered = await tx.accessRequest.findMany({
    where: { patientId, decidedAt: null, sealedAnswer: null },
  });
  for (const request of unanswered) {
    const mac = await accessRequestMac(tx, { ...request, patientId: null });
    await tx.accessRequest.update({ where: { id: request.id }, data: { patientId: null, mac } });
  }
  await tx.accessRequest.deleteMany({ where: { patientId } });
}
