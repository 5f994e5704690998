import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { findEmergencies, showEmergencies, type ShownEmergency } from './shown-emergency';

const MOST = 100;
const NEWEST_FIRST = [{ askedAt: 'desc' as const }, { id: 'desc' as const }];

/** A doctor's own emergency accesses, newest first. */
export async function listOwnEmergencies(actor: Actor): Promise<ShownEmergency[]> {
  requireDoctor(actor);
  return listBy({ doctorId: actor.accountId });
}

/**
 * One of them.
 * @throws AppError not-found for all others
 */
export async function readOwnEmergency(actor: Actor, accessId: string): Promise<ShownEmergency> {
  requireDoctor(actor);
  const [access] = await listBy({ doctorId: actor.accountId, id: accessId });
  if (access === undefined) throw new AppError('not-found');
  return access;
}

/** What doctors have opened, or asked for, of a patient, newest first. */
export async function listReceivedEmergencies(actor: Actor): Promise<ShownEmergency[]> {
  requirePatient(actor);
  return listEmergenciesOf(actor.accountId);
}

/** The same of a patient whose records are taken along. */
export function listEmergenciesOf(patientId: string): Promise<ShownEmergency[]> {
  return listBy({ patientId });
}

async function listBy(where: {
  doctorId?: string;
  patientId?: string;
  id?: string;
}): Promise<ShownEmergency[]> {
  const rows = await findEmergencies(database(), { where, orderBy: NEWEST_FIRST, take: MOST });
  return showEmergencies(database(), rows);
}
