import { pipeline } from 'node:stream/promises';
import { extract as createExtract } from 'tar-stream';
import { getObject, putObject } from '@/vault/object-store';
import { ProvisionError } from '../provision/provision-error';
import { isWhole, type AddressedObject } from './pack-objects';

/** Objects that are written at the same time. */
const AT_ONCE = 16;

/**
 * Puts the objects of a tar file into the bucket. What is there already and whole is left alone.
 * @param onObjects called with how many were looked at and how many of them were put
 * @throws ProvisionError when an object does not match its name; AppError store-unavailable
 */
export async function unpackObjects(
  tar: AsyncIterable<Uint8Array>,
  onObjects: (seen: number, put: number) => void,
): Promise<void> {
  const extract = createExtract();
  const reading = pipeline(tar, extract);
  // It is awaited below; what fails before that is the same failure.
  reading.catch(() => undefined);
  let batch: AddressedObject[] = [];
  const flush = async () => {
    const put = await Promise.all(batch.map(putMissing));
    onObjects(batch.length, put.filter(Boolean).length);
    batch = [];
  };
  for await (const entry of extract) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const object = { address: entry.header.name, bytes: Buffer.concat(chunks) };
    if (!isWhole(object)) {
      const why = `object ${object.address} is not what was stored under this name`;
      throw new ProvisionError('Backup', why, 'Take another copy of this backup.');
    }
    batch.push(object);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  await reading;
}

async function putMissing(object: AddressedObject): Promise<boolean> {
  const present = await getObject(object.address);
  if (present !== null && isWhole({ ...object, bytes: present })) return false;
  await putObject(object.address, object.bytes);
  return true;
}
