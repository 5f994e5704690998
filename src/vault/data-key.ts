import { randomBytes } from 'node:crypto';
import { env } from '@/platform/env';
import { openUnderKeyring, sealUnderKeyring, type Keyring } from './seal-under-keyring';

const KEY_BYTES = 32;
const CONTEXT = 'data-key';

/** A data key as the database keeps it. */
export interface WrappedKey {
  /** Which key of the keyring wraps it. */
  keyId: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
}

/** A new report's data key: 32 bytes from the system's generator. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(KEY_BYTES));
}

/** Wraps a data key with the keyring's first key (AES-256-GCM, 60 bytes). */
export function wrapDataKey(dataKey: Uint8Array, keyring: Keyring = env().KEYRING): WrappedKey {
  const { keyId, sealed } = sealUnderKeyring(dataKey, CONTEXT, keyring);
  return { keyId, wrappedKey: sealed };
}

/**
 * Unwraps a data key.
 * @throws Error when the keyring has no key of this id, or the wrapped key was altered
 */
export function unwrapDataKey(
  keyId: string,
  wrappedKey: Uint8Array,
  keyring: Keyring = env().KEYRING,
): Uint8Array<ArrayBuffer> {
  return openUnderKeyring({ keyId, sealed: wrappedKey }, CONTEXT, keyring);
}
