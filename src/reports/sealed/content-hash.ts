import { createHash } from 'node:crypto';

/** The identity of a report: SHA-256 (FIPS 180-4) of its PDF, 32 bytes. */
export function contentHash(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(pdf).digest());
}
