import { createHash } from 'node:crypto';
import type { Transaction } from '@/platform/database/database';
import { proofMac, proofMacBy } from './proof-mac';

/**
 * The form in which the database keeps a random token: an HMAC of its SHA-256. Versions before kept the SHA-256 alone,
 * which the migration could so convert without the tokens.
 */
export async function tokenHash(tx: Transaction, token: string): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'token', [createHash('sha256').update(token).digest()]);
}

/** The same of a plain hash that a version before kept. */
export function keyedTokenHash(key: Uint8Array, plainHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return proofMacBy(key, 'token', [plainHash]);
}
