import { toPatientSnapshot } from '@/accounts/people/get-patient';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { ipsDocument } from '@/records/emergency/ips-document';
import { addSummary } from '@/records/emergency/read-summary-of';
import type { ZippedFile } from './zip-files';

/** Where a copy holds the emergency summary. */
export const EMERGENCY_FILE = 'emergency-summary.fhir.json';

/**
 * A person's emergency summary as a FHIR document; null where they have saved none.
 * @throws AppError object-altered
 */
export async function emergencyFile(accountId: string, madeAt: Date): Promise<ZippedFile | null> {
  const profile = await database().patientProfile.findUnique({
    where: { accountId },
    include: { account: true },
  });
  if (profile === null) return null;
  const known = await addSummary(database(), await toPatientSnapshot(database(), profile));
  if (known.summary === null) return null;
  const json = JSON.stringify(ipsDocument(known, madeAt, env().APP_URL), null, 2);
  return { path: EMERGENCY_FILE, content: Buffer.from(`${json}\n`) };
}
