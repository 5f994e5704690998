import { deleteObject, listObjects } from './object-store';

/**
 * Deletes sealed documents that no report points to: what is left when forwarding stopped between the
 * store and the database.
 * @param referenced which of some addresses the database knows
 * @param olderThan younger objects may still be on their way into the database and are left alone
 * @returns how many were deleted
 * @throws AppError store-unavailable
 */
export async function sweepOrphans(
  referenced: (addresses: string[]) => Promise<Set<string>>,
  olderThan: Date,
): Promise<number> {
  let deleted = 0;
  for await (const page of listObjects()) {
    const old = page.filter(({ storedAt }) => storedAt < olderThan).map(({ address }) => address);
    const known = old.length === 0 ? new Set<string>() : await referenced(old);
    for (const address of old) {
      if (known.has(address)) continue;
      await deleteObject(address);
      deleted += 1;
    }
  }
  return deleted;
}
