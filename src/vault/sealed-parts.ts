import { AppError } from '@/platform/errors';
import { deleteObject, getObject, listNames, putObject } from './object-store';
import { openBytes, sealBytes } from './seal';

/** So much of a long file is in memory at a time. */
const PART_BYTES = 4 * 1_024 ** 2;

/** A long file that the store holds in parts: `<name>/1`, `<name>/2` … */
export interface PartedFile {
  /** Under which its parts stand, without a slash at the end. */
  name: string;
  /** 32 bytes, of this file alone. */
  key: Uint8Array;
}

/** What was stored. */
export interface StoredParts {
  parts: number;
  /** Of the file, not of its sealed parts. */
  bytes: number;
}

/**
 * Seals a file of any length into the store while it is being made, a part at a time (AES-256-GCM). Each part is bound
 * to its place, and the last one to being the last: parts cannot be left out, added or exchanged unnoticed.
 * @param partBytes the length of a part
 * @throws AppError store-unavailable, and what the source throws
 */
export async function sealParts(
  file: PartedFile,
  source: AsyncIterable<Uint8Array>,
  partBytes = PART_BYTES,
): Promise<StoredParts> {
  let [parts, bytes] = [0, 0];
  const store = async (part: Uint8Array, isLast: boolean) => {
    parts += 1;
    bytes += part.length;
    await putObject(
      `${file.name}/${parts}`,
      sealBytes(file.key, part, placeOf(file, parts, isLast)),
    );
  };
  // Joined once for each part: joining at every chunk would copy each of them hundreds of times.
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    if (length <= partBytes) continue;
    let joined = Buffer.concat(waiting);
    // The last part is never empty, and is known only at the end.
    while (joined.length > partBytes) {
      await store(joined.subarray(0, partBytes), false);
      joined = joined.subarray(partBytes);
    }
    // A copy, so that the part that it stood in is not kept.
    waiting = [Buffer.from(joined)];
    length = joined.length;
  }
  await store(Buffer.concat(waiting), true);
  return { parts, bytes };
}

/**
 * Opens what `sealParts` stored, a part at a time.
 * @throws AppError store-unavailable; object-altered when a part is missing or not what was sealed
 */
export async function* openParts(file: PartedFile, parts: number): AsyncGenerator<Uint8Array> {
  for (let place = 1; place <= parts; place += 1) {
    const sealed = await getObject(`${file.name}/${place}`);
    if (sealed === null) throw new AppError('object-altered');
    yield openPart(file, sealed, placeOf(file, place, place === parts));
  }
}

/**
 * Deletes every object whose name begins with a prefix.
 * @returns how many there were
 * @throws AppError store-unavailable
 */
export async function deleteUnder(prefix: string): Promise<number> {
  let deleted = 0;
  for await (const name of listNames(prefix)) {
    await deleteObject(name);
    deleted += 1;
  }
  return deleted;
}

function openPart({ key }: PartedFile, sealed: Uint8Array, place: Uint8Array): Uint8Array {
  try {
    return openBytes(key, sealed, place);
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}

function placeOf({ name }: PartedFile, part: number, isLast: boolean): Uint8Array {
  return Buffer.from(`medanchor/v1/part/${name}/${part}/${isLast ? 'last' : 'more'}`);
}
