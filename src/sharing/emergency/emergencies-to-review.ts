import type { Actor } from '@/accounts/sessions/actor';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { DAY_MS } from '@/platform/time/durations';
import { findEmergencies, showEmergencies, type ShownEmergency } from './shown-emergency';

/** An access with what an administrator can do about it. Of what it opens they see nothing. */
export interface AdministeredEmergency extends ShownEmergency {
  /** How many administrators have acknowledged it. */
  acknowledgements: number;
  /** Whether the administrator who asks is one of them. */
  isAcknowledgedByYou: boolean;
}

/** How often emergency access was used in the last 30 days. */
export interface EmergencyCounts {
  summaries: number;
  records: number;
  unjustified: number;
  /** Waiting for two administrators now. */
  waiting: number;
  /** Opened, without a verdict. */
  toReview: number;
  /** Of these, those whose time for a verdict is over. */
  overdue: number;
}

/** How often one doctor has used it in the last 30 days. */
export interface DoctorUses {
  doctorId: string;
  name: string;
  uses: number;
  unjustified: number;
}

const PER_PAGE = 20;
const COUNTED_MS = 30 * DAY_MS;
const MOST_DOCTORS = 20;

/**
 * A page of all emergency accesses: those that wait for administrators first, then those without a verdict.
 * @param page from 1
 * @throws AppError forbidden
 */
export async function listAllEmergencies(
  actor: Actor,
  page: number,
): Promise<{ accesses: AdministeredEmergency[]; pages: number }> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [rows, total] = await Promise.all([
    findEmergencies(database(), {
      // The orders of the enums: ASKED before OPEN before those that are over; null before a verdict.
      orderBy: [{ verdict: 'asc' }, { state: 'asc' }, { askedAt: 'desc' }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
    }),
    database().emergencyAccess.count(),
  ]);
  const shown = await showEmergencies(database(), rows);
  return {
    accesses: rows.flatMap(({ firstById, secondById }, place) => {
      const access = shown[place];
      if (access === undefined) return [];
      const by = [firstById, secondById].filter((id) => id !== null);
      return [
        {
          ...access,
          acknowledgements: by.length,
          isAcknowledgedByYou: by.includes(actor.accountId),
        },
      ];
    }),
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
  };
}

/** @throws AppError forbidden */
export async function countEmergencies(actor: Actor): Promise<EmergencyCounts> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const now = await databaseNow();
  const openedAt = { gt: new Date(now.getTime() - COUNTED_MS) };
  const count = (where: Prisma.EmergencyAccessWhereInput) =>
    database().emergencyAccess.count({ where });
  const [summaries, records, unjustified, waiting, toReview, overdue] = await Promise.all([
    count({ openedAt, tier: 'SUMMARY' }),
    count({ openedAt, tier: 'RECORD' }),
    count({ openedAt, verdict: 'UNJUSTIFIED' }),
    count({ state: 'ASKED', answerBy: { gt: now } }),
    count({ verdict: null, reviewBy: { not: null } }),
    count({ verdict: null, reviewBy: { lte: now } }),
  ]);
  return { summaries, records, unjustified, waiting, toReview, overdue };
}

/**
 * The doctors who used it most in the last 30 days.
 * @throws AppError forbidden
 */
export async function listDoctorUses(actor: Actor): Promise<DoctorUses[]> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const since = new Date((await databaseNow()).getTime() - COUNTED_MS);
  const rows = await database().$queryRaw<
    { doctorId: string; uses: bigint | number; unjustified: bigint | number | null }[]
  >`
    SELECT doctorId, COUNT(*) AS uses, CAST(SUM(verdict = 'UNJUSTIFIED') AS SIGNED) AS unjustified
    FROM EmergencyAccess WHERE openedAt > ${since}
    GROUP BY doctorId ORDER BY uses DESC, doctorId LIMIT ${MOST_DOCTORS}`;
  const accounts = await database().account.findMany({
    where: { id: { in: rows.map(({ doctorId }) => doctorId) } },
    select: { id: true, ...NAME_COLUMNS },
  });
  const names = new Map(accounts.map((account) => [account.id, nameOfAccount(account)]));
  return rows.map(({ doctorId, uses, unjustified }) => ({
    doctorId,
    name: names.get(doctorId) ?? '',
    uses: Number(uses),
    unjustified: Number(unjustified ?? 0),
  }));
}
