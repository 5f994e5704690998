import { bech32 } from '@scure/base';

/** What every age X25519 identity begins with (C2SP age, "The X25519 recipient type"), before bech32's separator. */
const PREFIX = 'age-secret-key-';

/**
 * A secret of 32 bytes as an age identity, `AGE-SECRET-KEY-1…`: bech32 in capital letters, with a checksum of its own.
 */
export function identityOfSecret(secret: Uint8Array): string {
  return bech32.encode(PREFIX, bech32.toWords(secret), false).toUpperCase();
}

/** Whether a text is an age identity; its checksum finds up to four wrong characters for certain (BIP 173). */
export function isIdentity(text: string): boolean {
  const decoded = bech32.decodeUnsafe(text.toLowerCase(), false);
  if (decoded?.prefix !== PREFIX) return false;
  return bech32.fromWordsUnsafe(decoded.words)?.length === 32;
}
