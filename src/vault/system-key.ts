import { randomBytes } from 'node:crypto';
import type { SystemKey } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { openUnderKeyring, sealUnderKeyring, type Keyring } from './seal-under-keyring';

const KEY_BYTES = 32;

/** A key of the system: for tokens, codes and sessions, or for the audit trail. */
export type SystemKeyName = 'proofs' | 'audit-trail';

/** A key of the system as the database keeps it. */
export type SealedSystemKey = Pick<SystemKey, 'name' | 'keyId' | 'sealedKey'>;

/** A new key, sealed by the keyring's first key. */
export function newSystemKey(name: string, keyring?: Keyring): SealedSystemKey {
  return sealSystemKey(name, Uint8Array.from(randomBytes(KEY_BYTES)), keyring);
}

/** Seals a key for the row of its name. */
export function sealSystemKey(name: string, key: Uint8Array, keyring?: Keyring): SealedSystemKey {
  const { keyId, sealed } = sealUnderKeyring(key, contextOf(name), keyring);
  return { name, keyId, sealedKey: sealed };
}

/**
 * Opens a key of the system.
 * @throws Error when the keyring lacks the key that seals it, or the row was altered or renamed
 */
export function openSystemKey(
  { name, keyId, sealedKey }: SealedSystemKey,
  keyring?: Keyring,
): Uint8Array<ArrayBuffer> {
  return openUnderKeyring({ keyId, sealed: sealedKey }, contextOf(name), keyring);
}

/** Of this process: a key never changes, only what seals it. */
const known = new Map<SystemKeyName, Uint8Array<ArrayBuffer>>();

/**
 * A key of the system; null when it was never made. It outlives a rotation of the keyring.
 * @param tx reads it by the connection of a transaction, so that none waits for a second connection
 */
export async function findSystemKey(
  tx: Transaction,
  name: SystemKeyName,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const found = await tx.systemKey.findUnique({ where: { name } });
  if (found === null) return null;
  const key = openSystemKey(found);
  known.set(name, key);
  return key;
}

/** Makes a key of the system. Two transactions that make it at once agree on one, and one of them made it. */
export async function makeSystemKey(
  tx: Transaction,
  name: SystemKeyName,
): Promise<{ key: Uint8Array<ArrayBuffer>; isNew: boolean }> {
  const { count } = await tx.systemKey.createMany({
    data: newSystemKey(name),
    skipDuplicates: true,
  });
  // Not kept in memory: the transaction may still be rolled back.
  const key = openSystemKey(await tx.systemKey.findUniqueOrThrow({ where: { name } }));
  return { key, isNew: count === 1 };
}

function contextOf(name: string): string {
  return `system-key/${name}`;
}
