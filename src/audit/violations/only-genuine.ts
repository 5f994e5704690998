import type { Violation } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { isGenuineViolation } from './violation-mac';

/**
 * Leaves out the violations that somebody else wrote into the database, or changed there. They are marked, logged and
 * counted, not reported as ours, and hold nothing else up.
 */
export async function onlyGenuine<T extends Violation>(tx: Transaction, found: T[]): Promise<T[]> {
  const checks = await Promise.all(found.map((one) => isGenuineViolation(tx, one)));
  const altered = found.filter((one, index) => checks[index] !== true && one.alteredAt === null);
  if (altered.length > 0) {
    const ids = altered.map(({ id }) => id);
    log().error({ violations: ids.map(String) }, 'violations in the database were altered');
    const alteredAt = await databaseNow(tx);
    await tx.violation.updateMany({ where: { id: { in: ids } }, data: { alteredAt } });
  }
  return found.filter((_, index) => checks[index] === true);
}
