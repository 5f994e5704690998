import { takeLease, withLease } from '@/jobs/lease';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { DAY_MS } from '@/platform/time/durations';
import { checkDocument } from '@/vault/check-document';
import { checkStoreWritable } from '@/vault/check-store-writable';
import { noteVerdict } from './note-verdict';
import { countRows, findObject, nextObjects, type NamedObject } from './stored-objects';

/** A whole round takes so long: well within the 30 days that are promised, also after days of standstill. */
const ROUND_MS = 20 * DAY_MS;
/** So that one run does not keep the store busy. */
const MOST_AT_ONCE = 100;
const RECHECKED_AT_ONCE = 20;
const ONE_ROUND = { id: 1 } as const;

/**
 * Reads some objects of the store again, as many as are due so that all are read within 20 days: address, length,
 * decryption and content hash. What is missing or altered is noted, and looked at again in each run until it is whole.
 * One worker at a time does it.
 * @param roundMs how long a round takes, milliseconds
 * @returns whether more are due now
 * @throws AppError store-unavailable when the store gives nothing: the next run goes on where this one stopped
 */
export async function checkObjects(roundMs = ROUND_MS): Promise<boolean> {
  const isOurs = await takeLease((free, claimedUntil) =>
    database().objectRound.updateMany({ where: { ...ONE_ROUND, ...free }, data: { claimedUntil } }),
  );
  if (!isOurs) return false;
  try {
    return await withLease(
      (claimedUntil) => database().objectRound.update({ where: ONE_ROUND, data: { claimedUntil } }),
      async () => {
        await recheckFaults();
        return goOn(roundMs);
      },
    );
  } finally {
    await database().objectRound.update({ where: ONE_ROUND, data: { claimedUntil: null } });
  }
}

async function goOn(roundMs: number): Promise<boolean> {
  const [round, total] = [
    await database().objectRound.findUniqueOrThrow({ where: ONE_ROUND }),
    await countRows(),
  ];
  const elapsed = (await databaseNow()).getTime() - round.startedAt.getTime();
  const due = Math.ceil((total * elapsed) / roundMs) + 1 - round.checked;
  if (due <= 0) return false;
  const { objects, rows, place } = await nextObjects(round, Math.min(due, MOST_AT_ONCE));
  await checkAll(objects);
  if (place === null) {
    const now = await databaseNow();
    await database().objectRound.update({
      where: ONE_ROUND,
      data: {
        ...{ startedAt: now, finishedAt: now, total },
        ...{ checked: 0, isAtUploads: false, after: '' },
      },
    });
    return false;
  }
  const checked = round.checked + rows;
  await database().objectRound.update({ where: ONE_ROUND, data: { ...place, checked, total } });
  return due > MOST_AT_ONCE;
}

async function recheckFaults(): Promise<void> {
  const faults = await database().objectFault.findMany({
    orderBy: { checkedAt: 'asc' },
    take: RECHECKED_AT_ONCE,
  });
  const objects: NamedObject[] = [];
  for (const { address } of faults) {
    const object = await findObject(address);
    if (object === null) await database().objectFault.deleteMany({ where: { address } });
    else objects.push(object);
  }
  await checkAll(objects);
}

/** One object that the store refuses to give does not keep the others from being read. */
async function checkAll(objects: readonly NamedObject[]): Promise<void> {
  for (const object of objects) {
    try {
      await checkOne(object);
    } catch (error) {
      if (!isAppError(error, 'store-unavailable')) throw error;
      // Else the store is away, and nothing was read.
      await checkStoreWritable();
      const { address, reportId, uploadId } = object;
      log().error({ address, reportId, uploadId, err: error }, 'object could not be read');
    }
  }
}

async function checkOne(object: NamedObject): Promise<void> {
  const { document, address, reportId, uploadId } = object;
  // Erased: there is nothing left to keep whole.
  if (document === null) return;
  const verdict = document === 'altered' ? 'ALTERED' : await checkDocument(document);
  if (verdict !== 'WHOLE') log().error({ address, reportId, uploadId, verdict }, 'object damaged');
  await noteVerdict(object, verdict);
}
