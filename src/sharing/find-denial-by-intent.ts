import { hexlify } from 'ethers';
import { database } from '@/platform/database';
import type { GuestGrant } from './guest-grant';
import { permissionEnds } from './permission-ends';
import { permissionWords } from './permission-words';

/** States of a report that its doctor has taken back. */
const TAKEN_BACK = ['WITHDRAWN', 'RETRACTED', 'SUPERSEDED'];

/**
 * Whether somebody who may has asked to end what a guest sees: the doctor by a retraction, also one that waits
 * to be sent or fell out of the chain; the patient by a list of viewers without the guest that their wallet
 * has sent, or that was confirmed once.
 * @returns null when nobody has
 */
export async function findDenialByIntent(
  grant: GuestGrant,
): Promise<'report-invalid' | 'removed' | null> {
  const { id: reportId, state } = grant.report;
  if (TAKEN_BACK.includes(state)) return 'report-invalid';
  const retractions = await database().chainTransaction.count({
    where: {
      reportId,
      kind: 'RETRACT_REPORT',
      status: { in: ['PREPARED', 'SENT', 'CONFIRMED'] },
    },
  });
  if (retractions > 0) return 'report-invalid';
  if (grant.state === 'REMOVED') return 'removed';
  const sent = await database().chainTransaction.findFirst({
    where: { reportId, kind: 'SET_PERMISSIONS', status: 'SENT' },
    orderBy: { createdAt: 'desc' },
    select: { permissions: true },
  });
  if (sent === null) return null;
  const ends = permissionEnds(permissionWords.parse(sent.permissions));
  return ends.has(hexlify(grant.tag)) ? null : 'removed';
}
