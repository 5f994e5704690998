import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { deleteObject, listNames } from '@/vault/object-store';
import { EXPORTS } from './export-file';
import { deleteExports } from './end-export';
import { FAILED_KEPT_MS } from './export-limits';

/**
 * Deletes the copies of records whose day is over, and those that failed a week ago. May run in several workers.
 * @throws AppError store-unavailable: the next run goes on
 */
export async function sweepExports(): Promise<void> {
  const now = await databaseNow();
  const failedBefore = new Date(now.getTime() - FAILED_KEPT_MS);
  await deleteExports(
    {
      OR: [
        { state: 'READY', expiresAt: { lte: now } },
        { state: 'FAILED', requestedAt: { lte: failedBefore } },
      ],
    },
    'SYSTEM',
  );
}

/**
 * Deletes parts in the store that belong to no copy: a worker stored them while the copy was deleted.
 * @returns how many
 * @throws AppError store-unavailable
 */
export async function sweepLostParts(): Promise<number> {
  let deleted = 0;
  for await (const name of listNames(EXPORTS)) {
    const [id = ''] = name.slice(EXPORTS.length).split('/');
    // Asked for each: the copy may have been requested while the list was read.
    if ((await database().recordsExport.count({ where: { id } })) > 0) continue;
    await deleteObject(name);
    deleted += 1;
  }
  return deleted;
}
