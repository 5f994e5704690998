import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** An erasure that waits for its day. Times in ISO 8601. */
export interface OpenErasure {
  requestedAt: string;
  dueAt: string;
  /** It is due, and a sealing that is under way comes first. */
  waitsForSealing: boolean;
}

/** The erasure of a person's own account that is under way, or null. */
export async function readOwnErasure({ accountId }: Actor): Promise<OpenErasure | null> {
  const open = await database().erasure.findUnique({ where: { openFor: accountId } });
  if (open === null) return null;
  return {
    requestedAt: open.requestedAt.toISOString(),
    dueAt: open.dueAt.toISOString(),
    waitsForSealing: open.waitsFor === 'sealing',
  };
}
