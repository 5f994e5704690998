import type { Account } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whether a second factor is asked for, and whether the account is frozen. */
type FactorFields = Pick<
  Account,
  'secondFactorSince' | 'secondFactorDueAt' | 'frozenAt' | 'factorsDoubtedFrom'
>;

/** What decides who somebody is, who can enter their account, and as what. */
export type AccountFields = Pick<
  Account,
  'id' | 'role' | 'status' | 'email' | 'passwordHash' | 'displayName' | 'printedName'
> &
  FactorFields;

/** What of it changes, with columns that are written together with it. */
type AccountChange = Partial<
  Omit<AccountFields, 'id' | 'role'> &
    Pick<Account, 'emailConfirmedAt' | 'nameKey' | 'givenNames' | 'familyName'>
>;

/** Of a new account. */
export const NO_FACTORS: FactorFields = {
  secondFactorSince: null,
  secondFactorDueAt: null,
  frozenAt: null,
  factorsDoubtedFrom: null,
};

/** Authenticates an account as it is to be stored. */
export function accountMac(
  tx: Transaction,
  account: AccountFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'account', accountFields(account));
}

/** Whether we stored an account like this: nothing that decides was written into it by somebody else. */
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

/**
 * The same of the account as it is now, locked until the transaction ends.
 * @throws AppError conflict when it is not genuine: an altered account is not made genuine by a change
 */
export async function changeLockedAccount(
  tx: Transaction,
  id: string,
  change: AccountChange,
): Promise<void> {
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${id}`;
  const account = await tx.account.findUniqueOrThrow({ where: { id } });
  if (!(await changeAccount(tx, account, change))) throw new AppError('conflict');
}

/**
 * An account to whose mailbox a secret may go; null when it does not exist or is not genuine: somebody may have
 * written an address of their own into it for as long as a mail takes.
 */
export async function findGenuineAccount(tx: Transaction, id: string): Promise<Account | null> {
  const account = await tx.account.findUnique({ where: { id } });
  return account !== null && (await isGenuineAccount(tx, account)) ? account : null;
}

/** The fields in the order in which they are authenticated. */
export function accountFields(account: AccountFields): ProofFields {
  const { id, role, status, email, passwordHash, displayName, printedName } = account;
  const { secondFactorSince, secondFactorDueAt, frozenAt, factorsDoubtedFrom } = account;
  return [
    ...[id, role, status, email, passwordHash, displayName, printedName],
    ...[secondFactorSince, secondFactorDueAt, frozenAt, factorsDoubtedFrom],
  ];
}
