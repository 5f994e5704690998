import type { Connection } from 'mariadb';
import type { Keyring } from '@/vault/seal-under-keyring';
import { newSystemKey, openSystemKey, type SealedSystemKey } from '@/vault/system-key';

/** The key of the system for proofs. A system without any event of the trail has not made it yet. */
export async function proofsKeyOf(connection: Connection, keyring: Keyring): Promise<Uint8Array> {
  const [found] = await connection.query<(SealedSystemKey & { sealedKey: Buffer })[]>(
    `SELECT name, keyId, sealedKey FROM SystemKey WHERE name = 'proofs'`,
  );
  if (found !== undefined) {
    return openSystemKey({ ...found, sealedKey: Uint8Array.from(found.sealedKey) }, keyring);
  }
  const row = newSystemKey('proofs', keyring);
  await connection.query('INSERT INTO SystemKey (name, keyId, sealedKey) VALUES (?, ?, ?)', [
    row.name,
    row.keyId,
    Buffer.from(row.sealedKey),
  ]);
  return openSystemKey(row, keyring);
}
