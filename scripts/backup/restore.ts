import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { Decrypter } from 'age-encryption';
import { env } from '@/platform/env';
import { listObjects } from '@/vault/object-store';
import { ProvisionError } from '../provision/provision-error';
import { countBytes, megabytes } from './count-bytes';
import { countTables, dropTables, loadDatabase } from './load-database';
import type { Manifest } from './manifest';
import { newestPersonKeys } from './person-keys';
import { openPart, verifyPart } from './read-part';
import { unpackObjects } from './unpack-objects';

/** A table that has another number of rows than the backup. */
export interface CountDifference {
  table: string;
  expected: number;
  found: number;
}

/**
 * Whether a backup may be restored here: it belongs to this chain, and database and bucket are empty.
 * @throws ProvisionError when not
 */
export async function refuseWrongTarget(manifest: Manifest, mayOverwrite: boolean): Promise<void> {
  const { CHAIN_ID, REGISTRY_ADDRESS, DATABASE_URL, S3_BUCKET } = env();
  const isSameChain =
    manifest.chainId === CHAIN_ID &&
    manifest.registry.toLowerCase() === REGISTRY_ADDRESS.toLowerCase();
  if (!isSameChain) {
    throw new ProvisionError(
      'Backup',
      `it belongs to registry ${manifest.registry} on chain ${manifest.chainId}`,
      'Set CHAIN_ID, REGISTRY_ADDRESS and REGISTRY_DEPLOYED_BLOCK to those of the backup.',
    );
  }
  if (mayOverwrite) return;
  const remedy = 'Name an empty one, or add --overwrite: the tables are then dropped.';
  const tables = Object.keys(await countTables(DATABASE_URL)).length;
  if (tables > 0) throw new ProvisionError('Database', `it has ${tables} tables`, remedy);
  for await (const { objects } of listObjects()) {
    if (objects.length > 0) {
      throw new ProvisionError('Object store', `bucket ${S3_BUCKET} is not empty`, remedy);
    }
  }
}

/**
 * Compares every file of a backup with the manifest, before anything is changed.
 * @throws ProvisionError naming the file that is missing, cut off or altered
 */
export async function verifyParts(
  folder: string,
  manifest: Manifest,
  onProgress: (text: string) => void,
): Promise<void> {
  // The keys of persons are deleted after a week, and taken from the newest backup.
  const parts = manifest.parts.filter(({ holds }) => holds !== 'person-keys');
  for (const [index, part] of parts.entries()) {
    await verifyPart(folder, part);
    onProgress(`File ${index + 1} of ${parts.length} is whole`);
  }
}

/**
 * Fills the database from a backup, after dropping what is in it, and the keys of persons from the newest backup beside
 * it: whoever was erased since stays erased.
 * @returns tables that do not have as many rows as the backup
 */
export async function restoreDatabase(
  folder: string,
  manifest: Manifest,
  decrypter: Decrypter,
  onProgress: (text: string) => void,
): Promise<CountDifference[]> {
  const { DATABASE_URL } = env();
  await dropTables(DATABASE_URL);
  for (const { file } of manifest.parts.filter(({ holds }) => holds === 'database')) {
    const sql = pipeline(openPart(join(folder, file), decrypter), createGunzip(), () => undefined);
    const counted = countBytes(sql, (bytes) => onProgress(`Database: ${megabytes(bytes)} of SQL`));
    await loadDatabase(DATABASE_URL, counted);
  }
  const keys = await newestPersonKeys(folder);
  if (keys !== null) {
    const sql = pipeline(openPart(keys, decrypter), createGunzip(), () => undefined);
    await loadDatabase(DATABASE_URL, sql);
  }
  const found = await countTables(DATABASE_URL);
  const names = new Set([...Object.keys(manifest.tables), ...Object.keys(found)]);
  return [...names]
    .map((table) => ({
      table,
      expected: manifest.tables[table] ?? 0,
      found: found[table] ?? 0,
    }))
    .filter(({ table, expected, found: rows }) => table !== 'PersonKey' && expected !== rows);
}

/**
 * Puts the objects of a backup that the bucket lacks, or has altered, into it.
 * @returns how many were put
 * @throws ProvisionError; AppError store-unavailable: run it again, it goes on
 */
export async function restoreObjects(
  folder: string,
  manifest: Manifest,
  decrypter: Decrypter,
  onProgress: (text: string) => void,
): Promise<number> {
  let [seen, put] = [0, 0];
  for (const { file } of manifest.parts.filter(({ holds }) => holds === 'objects')) {
    await unpackObjects(openPart(join(folder, file), decrypter), (more, morePut) => {
      seen += more;
      put += morePut;
      onProgress(`Objects: ${seen} of ${manifest.objects}`);
    });
  }
  if (seen !== manifest.objects) {
    const why = `it holds ${seen} objects instead of ${manifest.objects}`;
    throw new ProvisionError('Backup', why, 'Take another copy of this backup.');
  }
  return put;
}
