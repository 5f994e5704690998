import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { requirePatient } from '@/reports/access/lock-received-report';
import { readSummaryOf, type KnownPatient } from './read-summary-of';

/**
 * A patient's own emergency summary.
 * @throws AppError not-found for all but patients; object-altered
 */
export async function readOwnSummary(actor: Actor): Promise<KnownPatient> {
  requirePatient(actor);
  return readSummaryOf(database(), actor.accountId);
}
