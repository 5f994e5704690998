import type { Account, DoctorProfile, Prisma } from '@/generated/prisma/client';
import type { AccountStatus } from '@/generated/prisma/enums';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import type { DoctorsQuery } from './doctors-query';

/** A doctor as an administrator sees them. Times in ISO 8601. */
export interface DoctorRow {
  accountId: string;
  name: string;
  email: string;
  licenceNumber: string;
  clinic: string;
  status: AccountStatus;
  registeredAt: string;
  decidedAt: string | null;
  /** The name of another doctor who is approved with the same licence number. */
  licenceHolder: string | null;
}

const PAGE_SIZE = 25;

/**
 * The doctors with a confirmed e-mail address whom an administrator asks for, those who wait first, of them
 * the newest first.
 */
export async function listDoctors(
  actor: Actor,
  { doctor, status, page }: DoctorsQuery,
): Promise<{ doctors: DoctorRow[]; total: number; pages: number }> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const where: Prisma.AccountWhereInput = {
    role: 'DOCTOR',
    status: status ?? { not: 'UNCONFIRMED' },
    ...(doctor !== null && { id: doctor }),
  };
  const [accounts, total] = await Promise.all([
    database().account.findMany({
      where,
      include: { doctor: true },
      // The order of the enum: PENDING, ACTIVE, SUSPENDED.
      orderBy: [{ status: 'asc' }, { emailConfirmedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    database().account.count({ where }),
  ]);
  const holderOf = await findLicenceHolders(accounts);
  const doctors = accounts.map((account) => ({
    accountId: account.id,
    name: nameOfAccount(account),
    email: account.email,
    licenceNumber: account.doctor?.licenceNumber ?? '',
    clinic: account.doctor?.clinic ?? '',
    status: account.status,
    registeredAt: account.createdAt.toISOString(),
    decidedAt: account.doctor?.decidedAt?.toISOString() ?? null,
    licenceHolder: holderOf(account),
  }));
  return { doctors, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

type ListedAccount = Account & { doctor: DoctorProfile | null };

/** Who is approved with the licence numbers that some doctors state, other than themselves. */
async function findLicenceHolders(accounts: readonly ListedAccount[]) {
  const stated = accounts.flatMap(({ doctor }) => doctor?.licenceNumber ?? []);
  const holders = await database().doctorProfile.findMany({
    where: { approvedLicence: { in: stated } },
    include: { account: { select: NAME_COLUMNS } },
  });
  return ({ id, doctor }: ListedAccount): string | null => {
    const holder = holders.find(
      ({ approvedLicence, accountId }) =>
        approvedLicence === doctor?.licenceNumber && accountId !== id,
    );
    return holder === undefined ? null : nameOfAccount(holder.account);
  };
}
