import { database } from '@/platform/database/database';

/** The audit trail's actions about an account, oldest first. */
export async function actionsAbout(accountId: string): Promise<string[]> {
  const events = await database().auditEvent.findMany({
    where: { OR: [{ actorId: accountId }, { subjectId: accountId }] },
    orderBy: { sequence: 'asc' },
  });
  return events.map(({ action }) => action);
}
