import { checkTrail } from '@/audit/check/check-trail';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { requestTrailCheck } from '@/audit/check/request-trail-check';
import type { TrailCheckState } from '@/audit/check/trail-check-schema';
import { database } from '@/platform/database/database';

/** The audit trail's actions about an account, oldest first. */
export async function actionsAbout(accountId: string): Promise<string[]> {
  const events = await database().auditEvent.findMany({
    where: { OR: [{ actorId: accountId }, { subjectId: accountId }] },
    orderBy: { id: 'asc' },
  });
  return events.map(({ action }) => action);
}

/** Checks the trail from its first event to its end, as the worker does. */
export async function checkWholeTrail(): Promise<TrailCheckState> {
  await requestTrailCheck();
  while (await checkTrail());
  return readTrailCheck();
}
