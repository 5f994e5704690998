import type { EmailChange } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides which address an account gets, and what is still missing for it. */
type DecidingFields = Pick<
  EmailChange,
  'accountId' | 'newEmail' | 'expiresAt' | 'oldConfirmedAt' | 'newConfirmedAt'
>;

/** Authenticates the wish for another address as it is to be stored. */
export function emailChangeMac(
  tx: Transaction,
  wish: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'email-change', emailChangeFields(wish));
}

/** The fields in the order in which they are authenticated. */
export function emailChangeFields(wish: DecidingFields): ProofFields {
  const { accountId, newEmail, expiresAt, oldConfirmedAt, newConfirmedAt } = wish;
  return [accountId, newEmail, expiresAt, oldConfirmedAt, newConfirmedAt];
}
