import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { deleteObject, listNames } from '@/vault/object-store';
import { ANNOUNCED_KEPT_MS } from './upload-limits';
import { RECEIVED } from './upload-key';

/**
 * Forgets files that were announced and never came, and deletes received parts that are not waiting for their check:
 * of tries that were given up, of files that are checked or removed. May run in several workers.
 * @returns how many parts were deleted
 * @throws AppError store-unavailable: the next run goes on
 */
export async function sweepUploads(): Promise<number> {
  const now = await databaseNow();
  const before = new Date(now.getTime() - ANNOUNCED_KEPT_MS);
  await database().upload.deleteMany({
    where: { state: 'ANNOUNCED', announcedAt: { lt: before } },
  });
  let deleted = 0;
  for await (const name of listNames(RECEIVED)) {
    const [id = '', receipt = ''] = name.slice(RECEIVED.length).split('/');
    // Asked for each: its state may have changed while the list was read.
    const upload = await database().upload.findUnique({ where: { id } });
    if (upload?.state === 'ANNOUNCED') continue;
    if (upload?.state === 'RECEIVED' && upload.receipt === receipt) continue;
    await deleteObject(name);
    deleted += 1;
  }
  return deleted;
}
