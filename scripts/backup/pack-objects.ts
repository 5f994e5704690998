import { createHash } from 'node:crypto';
import { pack as createPack, type Pack } from 'tar-stream';
import { getObject, listObjects } from '@/vault/object-store';

/** Objects that are read at the same time: so many are in memory at once. */
const AT_ONCE = 16;

/** A sealed document under its address, the SHA-256 of its bytes. */
export interface AddressedObject {
  address: string;
  bytes: Uint8Array;
}

/** Whether bytes are the ones that were stored under this address. */
export function isWhole({ address, bytes }: AddressedObject): boolean {
  return createHash('sha256').update(bytes).digest('hex') === address;
}

/** Every sealed document of the bucket; one that was deleted meanwhile is left out. */
export async function* readObjects(): AsyncGenerator<AddressedObject> {
  for await (const { objects } of listObjects()) {
    for (let start = 0; start < objects.length; start += AT_ONCE) {
      const read = objects.slice(start, start + AT_ONCE).map(async ({ address }) => {
        return { address, bytes: await getObject(address) };
      });
      for (const { address, bytes } of await Promise.all(read)) {
        if (bytes !== null) yield { address, bytes };
      }
    }
  }
}

/**
 * A tar file of the next objects: as many as exceed `partBytes`, or all that are left.
 * @param onObject called for each object that was added
 */
export async function* packObjects(
  objects: AsyncIterator<AddressedObject>,
  first: AddressedObject,
  partBytes: number,
  onObject: (object: AddressedObject) => void,
): AsyncGenerator<Uint8Array> {
  const pack = createPack();
  const feeding = feed(pack).catch((error: unknown) =>
    pack.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    yield* pack as AsyncIterable<Uint8Array>;
    await feeding;
  } finally {
    pack.destroy();
  }

  async function feed(into: Pack): Promise<void> {
    let bytes = 0;
    let next: AddressedObject | undefined = first;
    while (next !== undefined) {
      await add(into, next);
      onObject(next);
      bytes += next.bytes.length;
      if (bytes >= partBytes) break;
      const result: IteratorResult<AddressedObject, unknown> = await objects.next();
      next = result.done === true ? undefined : result.value;
    }
    into.finalize();
  }
}

/** Waits until the reader has taken the object: nothing piles up. */
function add(pack: Pack, { address, bytes }: AddressedObject): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = pack.entry({ name: address, size: bytes.length, mode: 0o600 }, (error) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
    entry.end(Buffer.from(bytes));
  });
}
