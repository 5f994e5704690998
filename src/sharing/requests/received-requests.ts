import { nameOfAccount } from '@/accounts/people/both-spellings';
import { nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { Actor } from '@/accounts/sessions/actor';
import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { openTexts } from './sealed-ask';
import { showRequest, type ShownRequest } from './shown-request';
import { requirePatient } from '@/reports/access/lock-received-report';

/** A request that a patient received. */
export interface ReceivedRequest extends ShownRequest {
  /** As administrators have approved them. */
  doctor: { name: string; clinic: string };
}

const MOST = 100;

const withDoctor = {
  doctor: { select: nameWithClinicSelect },
  _count: { select: { reports: true } },
} satisfies Prisma.AccessRequestInclude;

/** The requests that a patient received, newest first. */
export async function listReceivedRequests(
  actor: Actor,
  which: { id?: string } = {},
): Promise<ReceivedRequest[]> {
  requirePatient(actor);
  return readRequestsOf(actor.accountId, which);
}

/** The same of a patient whose records are taken along. */
export async function readRequestsOf(
  patientId: string,
  which: { id?: string } = {},
): Promise<ReceivedRequest[]> {
  const rows = await database().accessRequest.findMany({
    where: { ...which, patientId },
    include: withDoctor,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  const texts = await openTexts(database(), rows);
  const now = await databaseNow();
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    if (text === undefined) return [];
    const { doctor } = row;
    const names = { name: nameOfAccount(doctor), clinic: doctor.doctor?.clinic ?? '' };
    return [{ ...showRequest(row, text, now), doctor: names }];
  });
}
