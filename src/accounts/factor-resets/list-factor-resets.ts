import { nameOfAccount } from '@/accounts/people/both-spellings';
import type { Actor } from '@/accounts/sessions/actor';
import type { FactorReset } from '@/generated/prisma/client';
import type { FactorResetState, Role } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/** What hinders an administrator from confirming a reset. */
export type ConfirmHindrance = 'own' | 'confirmed-by-you' | 'over';

/** A reset as an administrator sees it. Times in ISO 8601. */
export interface FactorResetRow {
  id: string;
  state: FactorResetState;
  person: { name: string; email: string; role: Role; timeZone: string | null };
  requestedAt: string;
  device: string | null;
  /** The names of the administrators whose confirmation counts. */
  confirmedBy: string[];
  effectiveAt: string | null;
  endedAt: string | null;
  /** Null when the administrator who asks can confirm it. */
  hindrance: ConfirmHindrance | null;
}

const PAGE_SIZE = 20;

/**
 * The resets of second factors: those that wait for administrators first, then those that wait for their day.
 * @param page from 1
 * @returns also how many active administrators there are: two are needed besides the person
 * @throws AppError forbidden
 */
export async function listFactorResets(actor: Actor, page: number) {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [rows, total, waiting, administrators] = await Promise.all([
    database().factorReset.findMany({
      include: { account: true },
      // The order of the enum: REQUESTED, CONFIRMED, then those that are over.
      orderBy: [{ state: 'asc' }, { requestedAt: 'desc' }],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
    database().factorReset.count(),
    database().factorReset.count({ where: { state: 'REQUESTED' } }),
    database().account.count({ where: { role: 'ADMIN', status: 'ACTIVE' } }),
  ]);
  const confirmers = await readConfirmers(rows);
  const resets = rows.map((reset): FactorResetRow => {
    const { email, role, timeZone } = reset.account;
    return {
      id: reset.id,
      state: reset.state,
      person: { name: nameOfAccount(reset.account), email, role, timeZone },
      requestedAt: reset.requestedAt.toISOString(),
      device: reset.device,
      confirmedBy: confirmersOf(reset)
        .filter((id) => reset.state !== 'REQUESTED' || confirmers.get(id)?.counts === true)
        .map((id) => confirmers.get(id)?.name ?? id),
      effectiveAt: reset.effectiveAt?.toISOString() ?? null,
      endedAt: reset.endedAt?.toISOString() ?? null,
      hindrance: hindranceOf(reset, actor),
    };
  });
  return { resets, waiting, administrators, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

function confirmersOf({ firstById, secondById }: FactorReset): string[] {
  return [firstById, secondById].filter((id) => id !== null);
}

/** Who they are, and whether their first confirmation counts: see confirm-factor-reset.ts. */
async function readConfirmers(rows: readonly FactorReset[]) {
  const ids = [...new Set(rows.flatMap(confirmersOf))];
  const accounts = await database().account.findMany({ where: { id: { in: ids } } });
  return new Map(
    accounts.map((account) => {
      const { id, role, status, frozenAt } = account;
      const counts = role === 'ADMIN' && status === 'ACTIVE' && frozenAt === null;
      return [id, { name: nameOfAccount(account), counts }];
    }),
  );
}

function hindranceOf(reset: FactorReset, { accountId }: Actor): ConfirmHindrance | null {
  if (reset.state !== 'REQUESTED') return 'over';
  if (reset.accountId === accountId) return 'own';
  return reset.firstById === accountId ? 'confirmed-by-you' : null;
}
