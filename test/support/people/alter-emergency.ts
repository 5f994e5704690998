import type { EmergencyAccess } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { emergencyMac, type DecidingFields } from '@/sharing/emergency/emergency-mac';

/** Alters an emergency access as the application would have written it: as if time had passed. */
export async function alterEmergency(
  id: string,
  change: Partial<DecidingFields>,
): Promise<EmergencyAccess> {
  const access = await database().emergencyAccess.findUniqueOrThrow({ where: { id } });
  const mac = await emergencyMac(database(), { ...access, ...change });
  return database().emergencyAccess.update({ where: { id }, data: { ...change, mac } });
}
