import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Actor } from '@/accounts/sessions/actor';
import { nameKey } from '@/accounts/people/name-key';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { directoryWords } from './directory-words';
import { specialtyOf, type Specialty } from './specialties';

const SORT_LENGTH = 60;

/** As what a doctor is listed in the directory; null while they are not. */
export async function readOwnListing(actor: Actor): Promise<Specialty | null> {
  requireDoctor(actor);
  const { accountId } = actor;
  const entry = await database().directoryEntry.findUnique({ where: { accountId } });
  return entry === null ? null : specialtyOf(entry.specialty);
}

/**
 * Lists a doctor in the directory that patients search, or takes them off it.
 * @param specialty null to be found no more
 * @throws AppError not-found for everyone except approved doctors
 */
export async function changeListing(actor: Actor, specialty: Specialty | null): Promise<void> {
  requireDoctor(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    if (specialty === null) await tx.directoryEntry.deleteMany({ where: { accountId } });
    else await writeEntry(tx, accountId, specialty);
    appendAuditEvent(tx, {
      action: specialty === null ? 'directory.left' : 'directory.listed',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}

/** Writes an entry again after its doctor's name or clinic was corrected; does nothing for others. */
export async function refreshListing(tx: Transaction, accountId: string): Promise<void> {
  const entry = await tx.directoryEntry.findUnique({ where: { accountId } });
  if (entry !== null) await writeEntry(tx, accountId, specialtyOf(entry.specialty));
}

async function writeEntry(tx: Transaction, accountId: string, specialty: Specialty): Promise<void> {
  const { account, clinic } = await tx.doctorProfile.findUniqueOrThrow({
    where: { accountId },
    include: { account: true },
  });
  const { displayName, printedName } = account;
  const data = {
    specialty,
    sortKey: nameKey(displayName).slice(0, SORT_LENGTH),
    listedAt: await databaseNow(tx),
  };
  await tx.directoryEntry.upsert({
    where: { accountId },
    create: { accountId, ...data },
    update: data,
  });
  await tx.directoryWord.deleteMany({ where: { accountId } });
  const words = directoryWords(`${displayName} ${printedName ?? ''} ${clinic}`);
  await tx.directoryWord.createMany({ data: words.map((word) => ({ accountId, word })) });
}

function requireDoctor({ role, status }: Actor): void {
  if (role !== 'DOCTOR' || status !== 'ACTIVE') throw new AppError('not-found');
}
