import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { deleteObject, listObjects } from './object-store';

/** Forwarding a report takes seconds; a younger object may still be on its way into the database. */
const YOUNG_MS = HOUR_MS;
/** Time to notice that an older database was restored, and to restore the newer one. */
const QUARANTINE_MS = 7 * DAY_MS;
/** The sweep runs hourly. After a longer gap the database is another one, and the quarantine begins again. */
const LONGEST_GAP_MS = DAY_MS;
/** Few calls of forwardReport fail; many orphans at once mean that something else is wrong. */
export const MAX_DELETIONS = 50;

/**
 * Deletes sealed documents that no report points to: what is left when forwarding stopped between the
 * store and the database. An orphan is first put in quarantine, and deleted after every sweep of a
 * week has seen it; one that a report references again leaves quarantine. All ages are measured on the clock of
 * the store.
 * @param referenced returns which of some addresses are in the database
 * @param youngMs objects stored less than this before are left alone, milliseconds
 * @returns how many were deleted
 * @throws AppError store-unavailable
 */
export async function sweepOrphans(
  referenced: (addresses: string[]) => Promise<Set<string>>,
  youngMs = YOUNG_MS,
): Promise<number> {
  let deleted = 0;
  for await (const { objects, listedAt } of listObjects()) {
    const addresses = objects
      .filter(({ storedAt }) => listedAt.getTime() - storedAt.getTime() >= youngMs)
      .map(({ address }) => address);
    if (addresses.length === 0) continue;
    const known = await referenced(addresses);
    await release([...known]);
    const orphans = addresses.filter((address) => !known.has(address));
    const due = await quarantine(orphans, listedAt);
    for (const address of due.slice(0, MAX_DELETIONS - deleted)) {
      await deleteObject(address);
      await release([address]);
      deleted += 1;
    }
    if (deleted === MAX_DELETIONS) {
      log().error(
        { deleted },
        'more orphaned objects than one sweep deletes: is the database whole?',
      );
      return deleted;
    }
  }
  return deleted;
}

async function release(addresses: string[]): Promise<void> {
  if (addresses.length === 0) return;
  await database().orphanObject.deleteMany({ where: { address: { in: addresses } } });
}

/** Records that orphans were seen; returns those whose quarantine is over. */
async function quarantine(addresses: string[], now: Date): Promise<string[]> {
  if (addresses.length === 0) return [];
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const among = { address: { in: addresses } };
  await database().orphanObject.createMany({
    data: addresses.map((address) => ({ address, firstSeenAt: now, lastSeenAt: now })),
    skipDuplicates: true,
  });
  await database().orphanObject.updateMany({
    where: { ...among, lastSeenAt: { lt: ago(LONGEST_GAP_MS) } },
    data: { firstSeenAt: now },
  });
  await database().orphanObject.updateMany({ where: among, data: { lastSeenAt: now } });
  const due = await database().orphanObject.findMany({
    where: { ...among, firstSeenAt: { lte: ago(QUARANTINE_MS) } },
    select: { address: true },
  });
  return due.map(({ address }) => address);
}
