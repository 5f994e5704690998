import type { Prisma } from '@/generated/prisma/client';
import type { AccountStatus } from '@/generated/prisma/enums';
import { database } from '@/platform/database';
import { AppError } from '@/platform/errors';
import type { Actor } from './actor';
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
}

const PAGE_SIZE = 25;

/**
 * The doctors with a confirmed e-mail address whom an administrator asks for, those who wait first, then the
 * newest.
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
      orderBy: [{ status: 'asc' }, { createdAt: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    database().account.count({ where }),
  ]);
  const doctors = accounts.map((account) => ({
    accountId: account.id,
    name: account.displayName,
    email: account.email,
    licenceNumber: account.doctor?.licenceNumber ?? '',
    clinic: account.doctor?.clinic ?? '',
    status: account.status,
    registeredAt: account.createdAt.toISOString(),
    decidedAt: account.doctor?.decidedAt?.toISOString() ?? null,
  }));
  return { doctors, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
