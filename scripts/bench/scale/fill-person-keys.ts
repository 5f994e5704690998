import type { Connection } from 'mariadb';
import { newDataKey } from '@/vault/data-key';
import { sealPersonKey } from '@/vault/person-key';

/** One for all people: only what seals it differs. */
export const personKey = newDataKey();

/** The people whose key was made. */
const withKey = new Set<string>();

/** Makes the keys of some people, where they have none. */
export async function fillPersonKeys(
  connection: Connection,
  accountIds: readonly string[],
): Promise<void> {
  const ids = accountIds.filter((id) => !withKey.has(id));
  if (ids.length === 0) return;
  await connection.batch(
    'INSERT IGNORE INTO PersonKey (accountId, keyId, sealedKey) VALUES (?, ?, ?)',
    ids.map((id) => {
      const { keyId, sealedKey } = sealPersonKey(id, personKey);
      return [id, keyId, Buffer.from(sealedKey)];
    }),
  );
  for (const id of ids) withKey.add(id);
}
