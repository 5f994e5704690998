import type { Grant } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { SECOND_MS } from '@/platform/time/durations';

/** A doctor whose request a patient granted. */
export interface AskingDoctor {
  requestId: string;
  doctorId: string;
  /** Whether the request is still granted. */
  isGranted: boolean;
}

/**
 * The doctor for whose request a grant was made: they read in their portal, and no link is mailed to them, also when the
 * patient has ended the request before the chain confirmed it.
 * @param email the viewer's, normalised
 * @returns null for other viewers
 */
export async function findAskingDoctor(
  { reportId, createdAt }: Pick<Grant, 'reportId' | 'createdAt'>,
  email: string,
): Promise<AskingDoctor | null> {
  const request = await database().accessRequest.findFirst({
    where: {
      reports: { some: { reportId } },
      doctor: { confirmedEmail: email, role: 'DOCTOR' },
      // Our reading of the database's clock may be a little ahead of it.
      decidedAt: { lte: new Date(createdAt.getTime() + SECOND_MS) },
      OR: [{ endedAt: null }, { endedAt: { gte: createdAt } }],
    },
    orderBy: { askedAt: 'desc' },
  });
  if (request === null) return null;
  const { id: requestId, doctorId, state } = request;
  return { requestId, doctorId, isGranted: state === 'GRANTED' };
}
