import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { env } from '@/platform/env';
import { countBytes, megabytes } from './count-bytes';
import { countRows } from './count-rows';
import { dumpDatabase, dumpPersonKeys } from './dump-database';
import { manifestPath, type Manifest, type Part } from './manifest';
import { isWhole, packObjects, readObjects, type AddressedObject } from './pack-objects';
import { PERSON_KEYS_FILE, sweepPersonKeys } from './person-keys';
import { writePart } from './write-part';

/** A file of this size is easily copied, and as much is read again when one is damaged. */
const PART_BYTES = 1024 ** 3;

/** What a backup made. */
export interface BackupResult {
  folder: string;
  manifest: Manifest;
  /** Of the manifest's file: who noted it elsewhere can later verify that it was not replaced by another backup. */
  manifestSha256: string;
  /** Addresses of objects that are not what was stored there: they are not in the backup. */
  altered: string[];
}

/**
 * Writes an encrypted copy of the database and then of the object store, while both are in use. The database comes
 * first: an object is stored before its report is, and none is deleted within a week, so that every report of the
 * copy has its object in it. Until everything is on the disk the folder's name ends in `.partial`. The keys of persons are
 * a file of their own, which is deleted from all backups of the folder once they are a week old.
 * @param options.into an existing or new folder; the backup becomes a folder in it
 * @param options.recipients age public keys
 * @param options.partBytes size from which a file of objects ends
 * @param options.onProgress receives what has been done so far, as a short sentence
 * @throws ProvisionError when `mariadb-dump` fails; AppError store-unavailable; Error when the disk is full
 */
export async function backUp(options: {
  into: string;
  recipients: readonly string[];
  onProgress: (text: string) => void;
  partBytes?: number;
}): Promise<BackupResult> {
  const { into, recipients, onProgress, partBytes = PART_BYTES } = options;
  const createdAt = new Date().toISOString();
  const folder = join(into, `medanchor-${createdAt.replaceAll(':', '-')}`);
  const draft = `${folder}.partial`;
  await mkdir(draft, { recursive: true, mode: 0o700 });

  const { part: databasePart, tables } = await saveDatabase(draft, recipients, onProgress);
  // After the database: every person of the copy has their key, and whoever was erased meanwhile has none.
  const keysPart = await savePersonKeys(draft, recipients);
  const saved = await saveObjects(draft, recipients, partBytes, onProgress);

  const manifest: Manifest = {
    format: 1,
    createdAt,
    chainId: env().CHAIN_ID,
    registry: env().REGISTRY_ADDRESS,
    tables,
    objects: saved.objects,
    parts: [databasePart, keysPart, ...saved.parts],
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  await writePart(manifestPath(draft), once(bytes), recipients);
  const sealed = await readFile(manifestPath(draft));
  await flushFolder(draft);
  await rename(draft, folder);
  await flushFolder(into);
  await sweepPersonKeys(into);
  const manifestSha256 = createHash('sha256').update(sealed).digest('hex');
  return { folder, manifest, manifestSha256, altered: saved.altered };
}

async function saveDatabase(
  draft: string,
  recipients: readonly string[],
  onProgress: (text: string) => void,
): Promise<{ part: Part; tables: Record<string, number> }> {
  let tables: Record<string, number> = {};
  const dump = countRows(dumpDatabase(env().DATABASE_URL), (rows) => {
    tables = rows;
  });
  const file = 'database.sql.gz.age';
  const source = countBytes(dump, (bytes) => onProgress(`Database: ${megabytes(bytes)} of SQL`));
  const written = await writePart(join(draft, file), source, recipients, createGzip());
  return { part: { file, holds: 'database', ...written }, tables };
}

async function savePersonKeys(draft: string, recipients: readonly string[]): Promise<Part> {
  const file = PERSON_KEYS_FILE;
  const source = dumpPersonKeys(env().DATABASE_URL);
  const written = await writePart(join(draft, file), source, recipients, createGzip());
  return { file, holds: 'person-keys', ...written };
}

async function saveObjects(
  draft: string,
  recipients: readonly string[],
  partBytes: number,
  onProgress: (text: string) => void,
): Promise<{ parts: Part[]; objects: number; altered: string[] }> {
  const parts: Part[] = [];
  const altered: string[] = [];
  let [objects, bytes] = [0, 0];
  const source = wholeOnly(readObjects(), altered);
  for (;;) {
    const first = await source.next();
    if (first.done === true) return { parts, objects, altered };
    const file = `objects-${String(parts.length + 1).padStart(5, '0')}.tar.age`;
    const tar = packObjects(source, first.value, partBytes, (object) => {
      objects += 1;
      bytes += object.bytes.length;
      onProgress(`Objects: ${objects}, ${megabytes(bytes)}`);
    });
    const written = await writePart(join(draft, file), tar, recipients);
    parts.push({ file, holds: 'objects', ...written });
  }
}

/** Leaves out objects that are not what was stored, and notes them. */
async function* wholeOnly(
  objects: AsyncIterable<AddressedObject>,
  altered: string[],
): AsyncGenerator<AddressedObject, undefined> {
  for await (const object of objects) {
    if (isWhole(object)) yield object;
    else altered.push(object.address);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one chunk
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A new name is on the disk once its folder is. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
