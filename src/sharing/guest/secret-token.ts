import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** 256 bits, base64url: the secret of a guest's link or session. */
export const secretToken = z.string().regex(/^[\w-]{43}$/);

/** A new secret; only its hash is kept. */
export function newSecretToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashSecretToken(token) };
}

/** SHA-256: enough for a random secret of 256 bits. */
export function hashSecretToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest());
}
