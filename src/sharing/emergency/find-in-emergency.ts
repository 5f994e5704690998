import { birthDateOf } from '@/accounts/people/birth-date';
import { isNamed, WHOLE_SPELLING } from '@/accounts/people/index-name';
import { nameKey } from '@/accounts/people/name-key';
import type { Transaction } from '@/platform/database/database';
import { tokenHash } from '@/vault/token-hash';
import type { NamedPatient } from './emergency-schema';

/** More people of one name and year are not told apart by a birth date alone. */
const MOST = 50;

/**
 * The active patient with the code of a card, or with a whole name in either spelling and a birth date.
 * @returns null for nobody, and where several people are meant: then the card tells them apart
 */
export async function findInEmergency(tx: Transaction, who: NamedPatient): Promise<string | null> {
  if (who.by === 'CODE') {
    const patientCode = { codeHash: await tokenHash(tx, who.code) };
    const found = await tx.account.findFirst({
      where: { role: 'PATIENT', status: 'ACTIVE', patientCode },
      select: { id: true },
    });
    return found?.id ?? null;
  }
  const key = nameKey(who.name);
  const named = await tx.$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT accountId FROM PatientNamePart STRAIGHT_JOIN Account ON accountId = id
    WHERE ${isNamed(key, Number(who.birthDate.slice(0, 4)))} AND ${WHOLE_SPELLING} = ${key}
      AND status = 'ACTIVE'
    LIMIT ${MOST}`;
  const profiles = await tx.patientProfile.findMany({
    where: { accountId: { in: named.map(({ accountId }) => accountId) } },
  });
  // A document may name the day where we know the year alone, never the other way round.
  const born = profiles.filter((profile) => who.birthDate.startsWith(birthDateOf(profile)));
  const [only, ...others] = born;
  return only === undefined || others.length > 0 ? null : only.accountId;
}
