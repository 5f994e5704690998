import { beforeCommit, type Transaction } from '@/platform/database/database';
import { settleCounts } from './settle-counts';

const changed = new WeakMap<Transaction, Set<string>>();

/**
 * Makes the counts follow a report that is new, or whose state or patient changes, just before the transaction
 * commits. Code that writes one of these must call it.
 * @param tx a transaction of `inTransaction`
 */
export function countAtCommit(tx: Transaction, reportId: string): void {
  const known = changed.get(tx);
  if (known !== undefined) {
    known.add(reportId);
    return;
  }
  const ids = new Set([reportId]);
  changed.set(tx, ids);
  beforeCommit(tx, 'report counts', () => settleCounts(tx, [...ids]));
}
