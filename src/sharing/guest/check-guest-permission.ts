import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { checkPermission } from '@/registry/contract/check-permission';
import type { OnChainReport } from '@/registry/contract/read-report';
import { validityOf, type Validity } from '@/reports/retraction/validity-of';
import { findPermissionWords } from './find-permission-words';
import type { GuestGrant } from './guest-grant';
import type { PermissionRefusal } from './guest-refusal';
import { isRemovalRequested } from './is-removal-requested';
import { permissionEnds } from '@/sharing/grants/permission-ends';

/** Whether one guest may read one report, by the latest block of the chain. */
export type GuestPermission =
  | { outcome: 'permitted'; chain: OnChainReport; expiresAt: Date | null }
  | { outcome: PermissionRefusal };

/**
 * Checks whether a guest may read now. Only the chain can permit it. Our own tables identify the guest's commitment,
 * and deny what a doctor or the patient has ended but the chain has not confirmed, or has lost in a reorganisation. A
 * permission has expired when either our clock or the chain's is past its end.
 * @throws AppError chain-unavailable: then access is denied
 */
export async function checkGuestPermission(grant: GuestGrant): Promise<GuestPermission> {
  const { contentHash } = grant.report;
  if (contentHash === null) throw new AppError('link-unknown');
  const report = { ...grant.report, contentHash };
  const validity = await validityOf(report);
  if (validity.outcome !== 'valid') return { outcome: whyInvalid(validity) };
  const { chain } = validity;
  if (!(await isOwnersPatient(chain.owner, grant))) return { outcome: 'report-invalid' };
  const words = await findPermissionWords(contentHash, chain);
  const expiresAt = permissionEnds(words).get(hexlify(grant.tag));
  if (expiresAt === undefined) return { outcome: 'grant-removed' };
  if (expiresAt !== null && expiresAt <= (await databaseNow())) return { outcome: 'grant-expired' };
  if (await isRemovalRequested(grant)) return { outcome: 'grant-removed' };
  if (await checkPermission(contentHash, words, grant.tag)) {
    return { outcome: 'permitted', chain, expiresAt };
  }
  // The list contains the guest: either it was replaced just now, or the chain's clock is ahead of ours.
  const now = await validityOf(report);
  if (now.outcome !== 'valid') return { outcome: whyInvalid(now) };
  const isSameList = now.chain.permissionsHash === chain.permissionsHash;
  return { outcome: isSameList ? 'grant-expired' : 'grant-removed' };
}

function whyInvalid(validity: Exclude<Validity, { outcome: 'valid' }>): PermissionRefusal {
  if (validity.outcome === 'not-asked') throw validity.cause;
  const isDistrusted = validity.outcome === 'invalid' && validity.because === 'issuer';
  return isDistrusted ? 'issuer-compromised' : 'report-invalid';
}

/**
 * Whether the owner is a wallet of the patient: another issuer of the registry could attest the same content for
 * somebody else, and an owner can transfer a report.
 */
async function isOwnersPatient(owner: string, { report }: GuestGrant): Promise<boolean> {
  if (report.patientId === null) return false;
  const where = { accountId: report.patientId, address: owner };
  return (await database().wallet.count({ where })) > 0;
}
