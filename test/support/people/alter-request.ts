import type { AccessRequest } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { accessRequestMac } from '@/sharing/requests/access-request-mac';

/** Alters a request as the application would have written it: as if time had passed. */
export async function alterRequest(
  id: string,
  change: Partial<Pick<AccessRequest, 'state' | 'askedAt' | 'answerBy' | 'until' | 'endedAt'>>,
): Promise<void> {
  const request = await database().accessRequest.findUniqueOrThrow({ where: { id } });
  const mac = await accessRequestMac(database(), { ...request, ...change });
  await database().accessRequest.update({ where: { id }, data: { ...change, mac } });
}
