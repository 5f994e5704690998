import { randomBytes } from 'node:crypto';
import type { PersonKey } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { openUnderKeyring, sealUnderKeyring, type Keyring } from './seal-under-keyring';

const KEY_BYTES = 32;

/** A person's key as the database keeps it. */
export type SealedPersonKey = Pick<PersonKey, 'accountId' | 'keyId' | 'sealedKey'>;

/** What a person's key opens: only in the row of this account. */
function contextOf(accountId: string): string {
  return `person-key/${accountId}`;
}

/**
 * Opens a person's key.
 * @throws Error when the keyring lacks the key that seals it, or the row was altered or belongs to another account
 */
export function openPersonKey(
  { accountId, keyId, sealedKey }: SealedPersonKey,
  keyring: Keyring = env().KEYRING,
): Uint8Array<ArrayBuffer> {
  return openUnderKeyring({ keyId, sealed: sealedKey }, contextOf(accountId), keyring);
}

/** A person's key sealed by the keyring's first key, for its row. */
export function sealPersonKey(
  accountId: string,
  personKey: Uint8Array,
  keyring: Keyring = env().KEYRING,
): SealedPersonKey {
  const { keyId, sealed } = sealUnderKeyring(personKey, contextOf(accountId), keyring);
  return { accountId, keyId, sealedKey: sealed };
}

/** The key of a person; null when they have none, or it was destroyed. Keep it in memory only. */
export async function findPersonKey(
  tx: Transaction,
  accountId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await tx.personKey.findUnique({ where: { accountId } });
  return found === null ? null : openPersonKey(found);
}

/**
 * The key of a person; made when something of theirs is first sealed. Two transactions that make it at once agree on one.
 * @throws AppError not-found for an account that is erased: its key must not come back
 */
export async function ensurePersonKey(
  tx: Transaction,
  accountId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const found = await findPersonKey(tx, accountId);
  if (found !== null) return found;
  const erased = await tx.account.count({ where: { id: accountId, status: 'ERASED' } });
  if (erased > 0) throw new AppError('not-found');
  const data = sealPersonKey(accountId, Uint8Array.from(randomBytes(KEY_BYTES)));
  await tx.personKey.createMany({ data, skipDuplicates: true });
  return openPersonKey(await tx.personKey.findUniqueOrThrow({ where: { accountId } }));
}
