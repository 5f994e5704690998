import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '@/platform/database/database';
import { tokenHash } from '@/vault/token-hash';

/** 256 bits, base64url: the secret of a guest's link or session. */
export const secretToken = z.string().regex(/^[\w-]{43}$/);

/** A new secret; only its keyed hash is kept. */
export async function newSecretToken(
  tx: Transaction,
): Promise<{ token: string; tokenHash: Uint8Array<ArrayBuffer> }> {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: await tokenHash(tx, token) };
}
