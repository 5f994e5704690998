import { randomBytes } from 'node:crypto';
import type { Connection } from 'mariadb';
import { openPersonKey, sealPersonKey } from '@/vault/person-key';
import type { Keyring } from '@/vault/seal-under-keyring';

const KEY_BYTES = 32;

/** The person's key, made when they have none. */
export async function personKeyOf(
  connection: Connection,
  keyring: Keyring,
  accountId: string,
): Promise<Uint8Array> {
  const select = 'SELECT accountId, keyId, sealedKey FROM PersonKey WHERE accountId = ?';
  const [found] = await connection.query<{ accountId: string; keyId: string; sealedKey: Buffer }[]>(
    select,
    [accountId],
  );
  if (found !== undefined) {
    return openPersonKey({ ...found, sealedKey: Uint8Array.from(found.sealedKey) }, keyring);
  }
  const personKey = Uint8Array.from(randomBytes(KEY_BYTES));
  const { keyId, sealedKey } = sealPersonKey(accountId, personKey, keyring);
  await connection.query('INSERT INTO PersonKey (accountId, keyId, sealedKey) VALUES (?, ?, ?)', [
    accountId,
    keyId,
    Buffer.from(sealedKey),
  ]);
  return personKey;
}
