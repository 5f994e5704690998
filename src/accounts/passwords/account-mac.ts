import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides who can enter an account, and as what. */
export type AccountFields = Pick<Account, 'id' | 'role' | 'status' | 'email' | 'passwordHash'>;

/** What of it changes. */
type AccountChange = Partial<
  Pick<Account, 'status' | 'email' | 'emailConfirmedAt' | 'passwordHash'>
>;

/** Authenticates an account as it is to be stored. */
export function accountMac(
  tx: Transaction,
  account: AccountFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'account', accountFields(account));
}

/** Whether we stored an account like this: no other password, address, role or status was written into it. */
export async function isGenuineAccount(
  tx: Transaction,
  account: AccountFields & Pick<Account, 'mac'>,
): Promise<boolean> {
  return isSameMac(account.mac, await accountMac(tx, account));
}

/**
 * Changes what decides who can enter an account.
 * @param account as it was read
 * @returns whether it was genuine, and is still as it was read
 */
export async function changeAccount(
  tx: Transaction,
  account: AccountFields & Pick<Account, 'mac'>,
  change: AccountChange,
): Promise<boolean> {
  if (!(await isGenuineAccount(tx, account))) return false;
  const mac = await accountMac(tx, { ...account, ...change });
  const { count } = await tx.account.updateMany({
    where: { id: account.id, mac: account.mac },
    data: { ...change, mac },
  });
  return count === 1;
}

/** The fields in the order in which they are authenticated. */
export function accountFields({
  id,
  role,
  status,
  email,
  passwordHash,
}: AccountFields): ProofFields {
  return [id, role, status, email, passwordHash];
}
