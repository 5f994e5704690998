import { randomBytes } from 'node:crypto';
import { env, type Env } from '@/platform/env';
import { openBytes, sealBytes } from './seal';

const KEY_BYTES = 32;

/** A data key as the database keeps it. */
export interface WrappedKey {
  /** Which key of the keyring wraps it. */
  keyId: string;
  wrappedKey: Uint8Array<ArrayBuffer>;
}

/** Keys that wrap data keys: the first wraps, all unwrap. */
export type Keyring = Env['KEYRING'];

/** A new report's data key: 32 bytes from the system's generator. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(KEY_BYTES));
}

/**
 * Wraps a data key with the keyring's first key (AES-256-GCM, 60 bytes). The key's id is authenticated,
 * so that a row cannot be made to name another key.
 */
export function wrapDataKey(dataKey: Uint8Array, keyring: Keyring = env().KEYRING): WrappedKey {
  const first = keyring[0];
  if (first === undefined) throw new Error('The keyring is empty');
  return { keyId: first.id, wrappedKey: sealBytes(first.key, dataKey, wrappingOf(first.id)) };
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
  const wrapping = keyring.find(({ id }) => id === keyId);
  if (wrapping === undefined) throw new Error(`The keyring has no key named ${keyId}`);
  return openBytes(wrapping.key, wrappedKey, wrappingOf(keyId));
}

function wrappingOf(keyId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/data-key/${keyId}`);
}
