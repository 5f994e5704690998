import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { readReportView, type ReportView } from '@/registry/contract/read-report-view';
import { validityBy, type Validity } from '@/reports/retraction/validity-of';
import { isSent, type SentReport } from '@/reports/sealed/sealed-report';
import { permissionEnds } from '@/sharing/grants/permission-ends';
import { findPermissionWords, isCurrentList } from './find-permission-words';
import type { GuestGrant } from './guest-grant';
import type { PermissionRefusal } from './guest-refusal';
import type { Permission } from './open-permitted';
import { isRemovalRequested } from './is-removal-requested';
import { readIndexedWords } from './read-indexed-words';

/**
 * Checks whether a guest may read now, by one question to the chain. Only the chain can permit it. Our own tables
 * identify the guest's commitment, and deny what a doctor or the patient has ended but the chain has not confirmed, or
 * has lost in a reorganisation. A permission has expired when either our clock or the chain's is past its end.
 * @throws AppError chain-unavailable: then access is denied
 */
export async function checkGuestPermission(grant: GuestGrant): Promise<Permission> {
  if (!isSent(grant.report)) throw new AppError('link-unknown');
  if (await isFrozen(grant)) return { outcome: 'grant-paused' };
  const answer = await askAboutGuest(grant.report, grant.tag);
  if (answer.outcome !== 'valid') return { outcome: whyInvalid(answer) };
  const { chain, words } = answer;
  if (!(await isOwnersPatient(chain.owner, grant))) return { outcome: 'report-invalid' };
  const expiresAt = permissionEnds(words).get(hexlify(grant.tag));
  if (expiresAt === undefined) return { outcome: 'grant-removed' };
  if (expiresAt !== null && expiresAt <= (await databaseNow())) return { outcome: 'grant-expired' };
  if (await isRemovalRequested(grant)) return { outcome: 'grant-removed' };
  if (chain.permitted) return { outcome: 'permitted', chain, expiresAt };
  // The list contains the guest: either the chain's clock is ahead of ours, or it was replaced just now.
  return { outcome: isCurrentList(words, chain) ? 'grant-expired' : 'grant-removed' };
}

/** Asks with the indexed list and, only when the contract holds a newer one, once more with that. */
async function askAboutGuest(
  report: SentReport,
  tag: Uint8Array,
): Promise<
  { outcome: 'valid'; chain: ReportView; words: string[] } | Exclude<Validity, { outcome: 'valid' }>
> {
  const { contentHash } = report;
  const ask = (words: string[]) =>
    validityBy(report, () => readReportView(contentHash, words, tag));
  const indexed = await readIndexedWords(contentHash);
  const first = await ask(indexed);
  if (first.outcome !== 'valid') return first;
  const words = await findPermissionWords(contentHash, first.chain, indexed);
  if (isCurrentList(indexed, first.chain)) return { ...first, words };
  const second = await ask(words);
  return second.outcome === 'valid' ? { ...second, words } : second;
}

/** Why a report that is not valid is not shown. @throws AppError when the chain could not be asked */
export function whyInvalid(validity: Exclude<Validity, { outcome: 'valid' }>): PermissionRefusal {
  if (validity.outcome === 'not-asked') throw validity.cause;
  const isDistrusted = validity.outcome === 'invalid' && validity.because === 'issuer';
  return isDistrusted ? 'issuer-compromised' : 'report-invalid';
}

/** Whether the patient has reported a stranger: a viewer may then be the stranger's choice. */
async function isFrozen({ report }: GuestGrant): Promise<boolean> {
  if (report.patientId === null) return false;
  const where = { id: report.patientId, frozenAt: { not: null } };
  return (await database().account.count({ where })) > 0;
}

/**
 * Whether the owner is a wallet of the patient: another issuer of the registry could attest the same content for
 * another person, and an owner can transfer a report.
 */
async function isOwnersPatient(owner: string, { report }: GuestGrant): Promise<boolean> {
  if (report.patientId === null) return false;
  return (await findOwnWallet(database(), report.patientId, owner)) !== null;
}
