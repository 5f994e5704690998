import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { checkPermission } from '@/registry/contract/check-permission';
import type { OnChainReport } from '@/registry/contract/read-report';
import { validityOf, type Validity } from '@/reports/retraction/validity-of';
import { findPermissionWords } from '@/sharing/viewers/find-permission-words';
import type { GuestGrant } from './guest-grant';
import type { PermissionRefusal } from './guest-refusal';
import { isRemovedByIntent } from '@/sharing/viewers/is-removed-by-intent';
import { permissionEnds } from '@/sharing/viewers/permission-ends';

/** Whether one guest may read one report, by the latest block of the chain. */
export type GuestPermission =
  | { outcome: 'permitted'; chain: OnChainReport; expiresAt: Date | null }
  | { outcome: PermissionRefusal };

/**
 * Whether a guest may read now. The chain lets in; our own tables only remember which commitment is the
 * guest's, and deny what a doctor or the patient has asked to end, although the chain may not have done it
 * yet or may have lost it. An end is over when either our clock or the chain's says so.
 * @throws AppError chain-unavailable: then nobody is let in
 */
export async function askGuestPermission(grant: GuestGrant): Promise<GuestPermission> {
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
  if (await isRemovedByIntent(grant)) return { outcome: 'grant-removed' };
  if (await checkPermission(contentHash, words, grant.tag)) {
    return { outcome: 'permitted', chain, expiresAt };
  }
  // The list holds the guest: either it was replaced this moment, or the chain's clock is ahead of ours.
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
 * The owner is a wallet of the patient: another issuer of the registry could attest the same content for
 * somebody else, and an owner can hand a report over.
 */
async function isOwnersPatient(owner: string, { report }: GuestGrant): Promise<boolean> {
  if (report.patientId === null) return false;
  const where = { accountId: report.patientId, address: owner };
  return (await database().wallet.count({ where })) > 0;
}
