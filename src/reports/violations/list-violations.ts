import type { Actor } from '@/accounts/sessions/actor';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { onlyGenuine } from '@/audit/violations/only-genuine';
import type { ActorKind, Role, ViolationKind } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { readPage, readPlace, type KeysetQuery, type ListPage } from '@/platform/database/keyset';
import { AppError } from '@/platform/errors';

/** A violation as an administrator sees it: neither the report nor its patient. */
export interface ViolationLine {
  /** Stable, for lists. */
  id: string;
  kind: ViolationKind;
  /** ISO 8601. */
  at: string;
  /** Who did it; null for a guest, whom only the patient knows, and when the account is gone. */
  actor: { accountId: string; name: string; role: Role } | null;
  actorKind: ActorKind;
  /** `altered`: somebody changed it in the database, so it is not reported. */
  onChain: 'waiting' | 'reported' | 'altered';
  /** The transaction that reports it; null before it was sent. */
  transaction: string | null;
}

const PAGE = 30;

/**
 * One page of all violations, newest first. Those that somebody altered are marked, see `onlyGenuine`.
 * @param page where it begins, see platform/database/keyset.ts; null for the newest
 * @throws AppError forbidden for all but administrators
 */
export async function listViolations(
  actor: Actor,
  page: string | null,
): Promise<ListPage<ViolationLine>> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const { rows, ...steps } = await readPage(
    readPlace(page, (text) => (/^\d{1,18}$/.test(text) ? BigInt(text) : null)),
    PAGE,
    ({ key, direction, take }: KeysetQuery<bigint>) =>
      database().violation.findMany({
        ...(key !== null && { where: { id: direction === 'older' ? { lt: key } : { gt: key } } }),
        orderBy: { id: direction === 'older' ? 'desc' : 'asc' },
        take,
        include: { batch: true },
      }),
    ({ id }) => String(id),
  );
  const accounts = await database().account.findMany({
    where: { id: { in: rows.map(({ actorId }) => actorId) } },
    select: { id: true, role: true, ...NAME_COLUMNS },
  });
  const genuine = new Set((await onlyGenuine(database(), rows)).map(({ id }) => id));
  const known = new Map(accounts.map((account) => [account.id, account]));
  return {
    ...steps,
    rows: rows.map(({ id, kind, at, actorKind, actorId, alteredAt, batch }) => {
      const found = known.get(actorId);
      const { role } = found ?? {};
      return {
        ...{ id: String(id), kind, at: at.toISOString(), actorKind },
        actor:
          found === undefined || role === undefined
            ? null
            : { accountId: actorId, name: nameOfAccount(found), role },
        onChain: stateOf(alteredAt !== null || !genuine.has(id), batch?.reportedAt),
        transaction: newestOf(batch?.transactionHashes),
      };
    }),
  };
}

function stateOf(isAltered: boolean, reportedAt: Date | null | undefined) {
  if (isAltered) return 'altered';
  return reportedAt === null || reportedAt === undefined ? 'waiting' : 'reported';
}

function newestOf(transactionHashes: unknown): string | null {
  const newest: unknown = Array.isArray(transactionHashes) ? transactionHashes.at(-1) : null;
  return typeof newest === 'string' ? newest : null;
}
