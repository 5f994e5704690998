import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import type { GuestGrant } from './guest-grant';
import { permissionEnds } from '@/sharing/grants/permission-ends';
import { permissionWords } from '@/sharing/grants/permission-words';

/**
 * Whether our own tables show that the patient took a permission that was on the chain. That the chain does not have it is
 * not enough: a reorganisation may have taken it away, a node may be behind, and the list may be replaced just now.
 */
export async function wasPermissionTaken(grant: GuestGrant): Promise<boolean> {
  return grant.state !== 'PROPOSED' && (await isRemovalRequested(grant));
}

/**
 * Whether the patient has removed a guest: by a list of viewers or a withdrawal that was sent, or that was confirmed
 * once and then removed by a reorganisation.
 */
export async function isRemovalRequested(grant: GuestGrant): Promise<boolean> {
  if (grant.state === 'REMOVED') return true;
  const sent = await database().chainTransaction.findFirst({
    where: {
      reportId: grant.report.id,
      kind: { in: ['SET_PERMISSIONS', 'WITHDRAW_REPORT'] },
      status: 'SENT',
    },
    orderBy: { createdAt: 'desc' },
    select: { permissions: true },
  });
  if (sent === null) return false;
  return !permissionEnds(permissionWords.parse(sent.permissions)).has(hexlify(grant.tag));
}
