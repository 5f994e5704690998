import { env, type Env } from '@/platform/env';
import { openBytes, sealBytes } from './seal';

/** Keys that seal secrets of the database: the first seals, all open. */
export type Keyring = Env['KEYRING'];

/** A secret as the database keeps it. */
export interface SealedSecret {
  /** Which key of the keyring seals it. */
  keyId: string;
  sealed: Uint8Array<ArrayBuffer>;
}

/**
 * Seals a secret with the keyring's first key (AES-256-GCM, 28 bytes longer than the secret). The key's id and the
 * context are authenticated, so that a row cannot be made to name another key, and a sealed secret opens nothing in
 * another row.
 * @param context what the secret is and whose, e.g. `totp/<account id>`
 */
export function sealUnderKeyring(
  secret: Uint8Array,
  context: string,
  keyring: Keyring = env().KEYRING,
): SealedSecret {
  const first = keyring[0];
  if (first === undefined) throw new Error('The keyring is empty');
  return { keyId: first.id, sealed: sealBytes(first.key, secret, sealingOf(context, first.id)) };
}

/**
 * Opens what `sealUnderKeyring` sealed.
 * @throws Error when the keyring has no key of this id, or the secret was altered or belongs to another context
 */
export function openUnderKeyring(
  { keyId, sealed }: { keyId: string; sealed: Uint8Array },
  context: string,
  keyring: Keyring = env().KEYRING,
): Uint8Array<ArrayBuffer> {
  const sealing = keyring.find(({ id }) => id === keyId);
  if (sealing === undefined) throw new Error(`The keyring has no key named ${keyId}`);
  return openBytes(sealing.key, sealed, sealingOf(context, keyId));
}

function sealingOf(context: string, keyId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/${context}/${keyId}`);
}
