import { Prisma } from '@/generated/prisma/client';
import { isGenuineWorkplace } from '@/accounts/doctors/doctor-profile-mac';
import { isGenuineAccount } from '@/accounts/passwords/account-mac';
import { nameOfAccount } from '@/accounts/people/both-spellings';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { directoryWords } from './directory-words';
import type { DirectoryPage, DirectorySearch } from './listed-doctor';
import { specialtyOf } from './specialties';

const PAGE = 20;

/** Of more words, the first ones find few enough. */
const MOST_WORDS = 6;

/**
 * The listed doctors whose name or clinic has words that begin with those that a patient typed, by name. Only approved
 * ones, with the name and the clinic that were approved.
 * @returns one page, and where the next one begins
 * @throws AppError not-found for everyone except patients
 */
export async function searchDirectory(
  { role, status }: Actor,
  { words, specialty, after }: DirectorySearch,
): Promise<DirectoryPage> {
  if (role !== 'PATIENT' || status !== 'ACTIVE') throw new AppError('not-found');
  const typed = directoryWords(words).slice(0, MOST_WORDS);
  // Something was typed that no name can have.
  if (words !== '' && typed.length === 0) return { doctors: [], next: null };
  const conditions = [
    ...typed.map(
      (word) => Prisma.sql`AND EXISTS (SELECT 1 FROM DirectoryWord w
        WHERE w.accountId = e.accountId AND w.word LIKE ${`${escaped(word)}%`})`,
    ),
    ...(specialty === null ? [] : [Prisma.sql`AND e.specialty = ${specialty}`]),
    ...beyond(after),
  ];
  const rows = await database().$queryRaw<{ accountId: string; sortKey: string }[]>`
    SELECT e.accountId, e.sortKey FROM DirectoryEntry e
      JOIN Account a ON a.id = e.accountId AND a.role = 'DOCTOR' AND a.status = 'ACTIVE'
    WHERE TRUE ${conditions.length === 0 ? Prisma.empty : Prisma.join(conditions, ' ')}
    ORDER BY e.sortKey, e.accountId LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const hasMore = rows.length > PAGE && last !== undefined;
  return {
    doctors: await readDoctors(shown.map(({ accountId }) => accountId)),
    next: hasMore ? `${last.sortKey}~${last.accountId}` : null,
  };
}

async function readDoctors(ids: readonly string[]): Promise<DirectoryPage['doctors']> {
  const entries = await database().directoryEntry.findMany({
    where: { accountId: { in: [...ids] } },
    include: { account: { include: { doctor: true } } },
  });
  const doctors: DirectoryPage['doctors'] = [];
  for (const id of ids) {
    const entry = entries.find(({ accountId }) => accountId === id);
    if (entry?.account.doctor == null) continue;
    const { account, specialty } = entry;
    const { doctor } = account;
    // An altered row could show somebody under another's name.
    const isGenuine =
      (await isGenuineAccount(database(), account)) &&
      doctor !== null &&
      (await isGenuineWorkplace(database(), doctor));
    if (!isGenuine) continue;
    const { clinic } = doctor;
    const name = nameOfAccount(account);
    doctors.push({ accountId: id, name, clinic, specialty: specialtyOf(specialty) });
  }
  return doctors;
}

function beyond(after: string | null): Prisma.Sql[] {
  const [, key, id] = /^(.*)~([0-9a-f-]{36})$/s.exec(after ?? '') ?? [];
  if (key === undefined || id === undefined) return [];
  return [Prisma.sql`AND e.sortKey >= ${key} AND (e.sortKey > ${key} OR e.accountId > ${id})`];
}

function escaped(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
