import { Prisma } from '@/generated/prisma/client';
import type { AccountStatus, Role } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { addToShared, correctShared, readShared } from '@/platform/database/shared-count';
import { log } from '@/platform/logger';

const PREFIX = 'account:';

/** A role and a status of its accounts, as one word. */
type Kind = `${Role}:${AccountStatus}`;

/** Counts an account with a confirmed e-mail address that is new in a status, or moves it there from another. */
export function countAccount(
  tx: Transaction,
  role: Role,
  { from, to }: { from: AccountStatus; to: AccountStatus },
): void {
  if (from !== 'UNCONFIRMED') addToShared(tx, `${PREFIX}${role}:${from}`, -1);
  if (to !== 'UNCONFIRMED') addToShared(tx, `${PREFIX}${role}:${to}`, 1);
}

/** How many accounts there are of a kind. */
export async function readAccountCounts(): Promise<(kind: Kind) => number> {
  const counts = await readShared(PREFIX);
  return (kind) => counts.get(kind) ?? 0;
}

/** Compares the counts with the accounts and corrects those that are wrong. */
export async function recountAccounts(): Promise<void> {
  const wrong = await correctShared(
    PREFIX,
    Prisma.sql`
      SELECT CONCAT(${PREFIX}, role, ':', status) AS name, CAST(COUNT(*) AS CHAR) AS value
      FROM Account WHERE status <> 'UNCONFIRMED' GROUP BY role, status`,
  );
  if (wrong > 0) log().warn({ wrong }, 'counts of accounts corrected');
}
