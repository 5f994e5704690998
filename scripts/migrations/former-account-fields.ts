import type { Account } from '@/generated/prisma/client';
import type { ProofFields } from '@/vault/proof-mac';

/** What was authenticated of an account before `only_bound_rows`. */
export type FormerAccount = Pick<Account, 'id' | 'role' | 'status' | 'email' | 'passwordHash'>;

/** The fields in the order in which they were authenticated. */
export function formerAccountFields(account: FormerAccount): ProofFields {
  const { id, role, status, email, passwordHash } = account;
  return [id, role, status, email, passwordHash];
}
