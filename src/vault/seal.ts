import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** Random 96-bit nonces: fit for 2^32 messages a key (NIST SP 800-38D, 8.2.2 and 8.3); ours seal a handful. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts and authenticates with AES-256-GCM (NIST SP 800-38D).
 * @param key 32 bytes
 * @param associatedData authenticated, not encrypted: what the plaintext belongs to
 * @returns nonce (12) ‖ ciphertext ‖ tag (16)
 */
export function sealBytes(
  key: Uint8Array,
  plaintext: Uint8Array,
  associatedData: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(associatedData);
  return Uint8Array.from(
    Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
  );
}

/**
 * Opens what `sealBytes` sealed.
 * @throws Error when key or associated data are not the ones it was sealed with, or a bit has changed
 */
export function openBytes(
  key: Uint8Array,
  sealed: Uint8Array,
  associatedData: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('Too short to be sealed bytes');
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(associatedData)
    .setAuthTag(sealed.subarray(tagAt));
  return Uint8Array.from(
    Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, tagAt)), decipher.final()]),
  );
}
