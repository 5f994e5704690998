import { hexlify } from 'ethers';
import { database } from '@/platform/database';
import { databaseNow } from '@/platform/database-now';
import { AppError, type ErrorCode } from '@/platform/errors';
import { checkPermission } from '@/registry/check-permission';
import { readReport, type OnChainReport } from '@/registry/read-report';
import { findDenialByIntent } from './find-denial-by-intent';
import { findPermissionWords } from './find-permission-words';
import type { GuestGrant } from './guest-grant';
import { permissionEnds } from './permission-ends';

/** What the chain says, at its latest block, about one guest and one report. */
export type GuestPermission =
  | { outcome: 'permitted'; chain: OnChainReport; expiresAt: Date | null }
  | { outcome: 'removed' | 'expired' | 'report-invalid' | 'issuer-compromised' };

/** How a refused permission is said. */
export const PERMISSION_ERRORS = {
  removed: 'grant-removed',
  expired: 'grant-expired',
  'report-invalid': 'report-invalid',
  'issuer-compromised': 'issuer-compromised',
} as const satisfies Record<string, ErrorCode>;

/**
 * Whether a guest may read now. The chain lets in; our own tables only remember which commitment is the
 * guest's, and deny what a doctor or the patient has asked to end, although the chain may not have done it
 * yet or may have lost it. An end is over when either our clock or the chain's says so.
 * @throws AppError chain-unavailable: then nobody is let in
 */
export async function askGuestPermission(grant: GuestGrant): Promise<GuestPermission> {
  const { contentHash } = grant.report;
  if (contentHash === null) throw new AppError('link-unknown');
  const chain = await readReport(contentHash);
  if (!chain.valid) return { outcome: whyInvalid(chain) };
  if (!(await isOwnersPatient(chain.owner, grant))) return { outcome: 'report-invalid' };
  const words = await findPermissionWords(contentHash, chain);
  const expiresAt = permissionEnds(words).get(hexlify(grant.tag));
  if (expiresAt === undefined) return { outcome: 'removed' };
  if (expiresAt !== null && expiresAt <= (await databaseNow())) return { outcome: 'expired' };
  const intent = await findDenialByIntent(grant);
  if (intent !== null) return { outcome: intent };
  if (await checkPermission(contentHash, words, grant.tag)) {
    return { outcome: 'permitted', chain, expiresAt };
  }
  // The list holds the guest: either it was replaced this moment, or the chain's clock is ahead of ours.
  const now = await readReport(contentHash);
  if (!now.valid) return { outcome: whyInvalid(now) };
  return { outcome: now.permissionsHash === chain.permissionsHash ? 'expired' : 'removed' };
}

/** Nobody took an active report back: the key that attested it is no longer trusted. */
function whyInvalid({ status }: OnChainReport): 'report-invalid' | 'issuer-compromised' {
  return status === 'active' ? 'issuer-compromised' : 'report-invalid';
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
