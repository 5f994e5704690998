import type { FactorReset } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Whose factors are reset, who confirmed it, and when it takes effect. */
export type ResetFields = Pick<
  FactorReset,
  'id' | 'accountId' | 'state' | 'firstById' | 'secondById' | 'effectiveAt'
>;

/** What of it changes, with columns that are written together with it. */
type ResetChange = Partial<
  Pick<FactorReset, 'state' | 'firstById' | 'firstAt' | 'secondById' | 'secondAt' | 'effectiveAt'>
>;

/** Authenticates an open reset as it is to be stored. */
export function factorResetMac(
  tx: Transaction,
  reset: ResetFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'factor-reset', resetFields(reset));
}

/** Whether we stored an open reset like this: nobody wrote a confirmation or another time into it. */
export async function isGenuineReset(
  tx: Transaction,
  reset: ResetFields & Pick<FactorReset, 'mac'>,
): Promise<boolean> {
  return isSameMac(reset.mac, await factorResetMac(tx, reset));
}

/**
 * Changes an open reset.
 * @param reset as it was read
 * @returns whether it was genuine, and is still as it was read
 */
export async function changeReset(
  tx: Transaction,
  reset: ResetFields & Pick<FactorReset, 'mac'>,
  change: ResetChange,
): Promise<boolean> {
  if (!(await isGenuineReset(tx, reset))) return false;
  const mac = await factorResetMac(tx, { ...reset, ...change });
  const { count } = await tx.factorReset.updateMany({
    where: { id: reset.id, mac: reset.mac },
    data: { ...change, mac },
  });
  return count === 1;
}

/** The fields in the order in which they are authenticated. */
export function resetFields(reset: ResetFields): ProofFields {
  const { id, accountId, state, firstById, secondById, effectiveAt } = reset;
  return [id, accountId, state, firstById, secondById, effectiveAt];
}
