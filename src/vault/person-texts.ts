import type { Transaction } from '@/platform/database/database';
import { deriveKey } from './derive-key';
import { ensurePersonKey, openPersonKey } from './person-key';
import { openBytes, sealBytes } from './seal';

/** Where a text stands, e.g. `profile-change/<id>/reason`: moved to another place it does not open. */
type TextPlace =
  | `${'profile-change' | 'wallet-recovery' | 'access-request' | 'emergency-access'}/${string}/${'reason' | 'answer'}`
  | `${'patient-code' | 'emergency-summary'}/${string}`
  | `upload/${string}/${'about' | 'reason'}`;

/** Seals what somebody wrote in their own words about a person, with the key of that person. */
export async function sealPersonText(
  tx: Transaction,
  accountId: string,
  place: TextPlace,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealTextBy(await ensurePersonKey(tx, accountId), place, text);
}

/** The same by a key at hand. */
export function sealTextBy(
  personKey: Uint8Array,
  place: TextPlace,
  text: string,
): Uint8Array<ArrayBuffer> {
  return sealBytes(deriveKey(personKey, 'person-text'), Buffer.from(text), bytesOf(place));
}

/** Opens a sealed text; null for none, and when the person's key was destroyed. */
type OpenText = (accountId: string, place: TextPlace, sealed: Uint8Array | null) => string | null;

/**
 * Reads the keys of some people, to open texts about them.
 * @returns throws an Error for a text that was altered or moved
 */
export async function readPersonTexts(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<OpenText> {
  const rows = await tx.personKey.findMany({ where: { accountId: { in: [...accountIds] } } });
  const keys = new Map(rows.map((row) => [row.accountId, openPersonKey(row)]));
  return (accountId, place, sealed) => {
    const personKey = keys.get(accountId);
    if (sealed === null || personKey === undefined) return null;
    const text = openBytes(deriveKey(personKey, 'person-text'), sealed, bytesOf(place));
    return Buffer.from(text).toString('utf8');
  };
}

function bytesOf(place: TextPlace): Uint8Array {
  return Buffer.from(`medanchor/v1/${place}`);
}
