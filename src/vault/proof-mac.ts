import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Transaction } from '@/platform/database/database';
import { deriveKey, type ProofPurpose } from './derive-key';
import { findSystemKey, makeSystemKey } from './system-key';

/** The fields of a row that decide. */
export type ProofFields = readonly (string | bigint | Date | Uint8Array | null)[];

/**
 * Authenticates the fields of a row: HMAC-SHA256 with a key that is derived for this purpose from a key of the system.
 * Somebody who can write to the database, and lacks the keyring, can neither make a row nor change one of its fields.
 * @returns 32 bytes
 */
export async function proofMac(
  tx: Transaction,
  purpose: ProofPurpose,
  fields: ProofFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMacBy(await proofsKey(tx), purpose, fields);
}

/** The key of the system for all of them. Keep it in memory only. */
export async function proofsKey(tx: Transaction): Promise<Uint8Array<ArrayBuffer>> {
  return (await findSystemKey(tx, 'proofs')) ?? (await makeSystemKey(tx, 'proofs')).key;
}

/** The same by a key at hand. */
export function proofMacBy(
  key: Uint8Array,
  purpose: ProofPurpose,
  fields: ProofFields,
): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(fields.map((field) => textOf(field)));
  return Uint8Array.from(createHmac('sha256', deriveKey(key, purpose)).update(text).digest());
}

/** Compares in constant time; no value is the same as none. */
export function isSameMac(found: Uint8Array | null, expected: Uint8Array): boolean {
  return found?.length === expected.length && timingSafeEqual(found, expected);
}

function textOf(field: ProofFields[number]): string | null {
  if (field === null || typeof field === 'string') return field;
  if (typeof field === 'bigint') return field.toString();
  return field instanceof Date ? field.toISOString() : Buffer.from(field).toString('hex');
}
