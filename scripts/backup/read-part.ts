import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Decrypter } from 'age-encryption';
import { toWebStream } from '@/platform/to-web-stream';
import { ProvisionError } from '../provision/provision-error';
import { manifestPath, manifestSchema, type Manifest, type Part } from './manifest';

const PART = 'Backup';
const OTHER_COPY = 'Take another copy of this backup, or an older one.';

/**
 * The manifest of a backup.
 * @param decrypter has the secret key
 * @param expectedSha256 what `npm run backup` printed, when the person gave it
 * @throws ProvisionError when there is none, it is another one, the key is wrong or it is damaged
 */
export async function readManifest(
  folder: string,
  decrypter: Decrypter,
  expectedSha256?: string,
): Promise<Manifest> {
  const path = manifestPath(folder);
  const sealed = await readFile(path).catch(() => null);
  if (sealed === null) {
    const why = `${path} is missing: this is no backup, or one that was not finished`;
    throw new ProvisionError(PART, why, 'Name the folder that `npm run backup` printed.');
  }
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  if (expectedSha256 !== undefined && sha256 !== expectedSha256.toLowerCase()) {
    const why = `the manifest is another one than was asked for: its SHA-256 is ${sha256}`;
    throw new ProvisionError(PART, why, OTHER_COPY);
  }
  const text = await decrypter.decrypt(sealed, 'text').catch((error: unknown) => {
    throw refusal(path, error);
  });
  const manifest = manifestSchema.safeParse(JSON.parse(text));
  if (manifest.success) return manifest.data;
  const why = `this version cannot read the manifest: ${manifest.error.message}`;
  throw new ProvisionError(PART, why, 'Restore with the version that made the backup.');
}

/**
 * Compares a file with the manifest.
 * @throws ProvisionError when it is missing, cut off or altered
 */
export async function verifyPart(folder: string, part: Part): Promise<void> {
  const path = join(folder, part.file);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ProvisionError(PART, `${path} is missing`, OTHER_COPY);
  if (found.size !== part.bytes) {
    const why = `${path} has ${found.size} bytes instead of ${part.bytes}: it was cut off or added to`;
    throw new ProvisionError(PART, why, OTHER_COPY);
  }
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  if (digest.digest('hex') !== part.sha256) {
    throw new ProvisionError(PART, `${path} was altered: its SHA-256 is another`, OTHER_COPY);
  }
}

/**
 * Decrypts a file of a backup as it is read.
 * @throws ProvisionError when the key is wrong or the file is damaged
 */
export async function* openPart(path: string, decrypter: Decrypter): AsyncGenerator<Uint8Array> {
  try {
    yield* await decrypter.decrypt(toWebStream(createReadStream(path)));
  } catch (error) {
    throw refusal(path, error);
  }
}

function refusal(path: string, error: unknown): ProvisionError {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason.includes('no identity matched')) {
    const why = `the key does not open ${path}`;
    return new ProvisionError(PART, why, 'Name the key file that belongs to this backup.');
  }
  return new ProvisionError(PART, `${path} cannot be decrypted: ${reason}`, OTHER_COPY);
}
