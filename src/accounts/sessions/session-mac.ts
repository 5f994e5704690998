import type { Session } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** What decides whose a session is, what was proved in it, and how long it lasts. */
export type DecidingFields = Pick<
  Session,
  'id' | 'accountId' | 'createdAt' | 'lastSeenAt' | 'provedAt' | 'secondFactorAt' | 'expiresAt'
>;

/** Authenticates a session as it is to be stored. */
export function sessionMac(
  tx: Transaction,
  session: DecidingFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'session', sessionFields(session));
}

/** Whether we stored a session like this: not moved to another account, nor altered, nor revived after its end. */
export async function isGenuineSession(
  tx: Transaction,
  session: DecidingFields & Pick<Session, 'mac'>,
): Promise<boolean> {
  return isSameMac(session.mac, await sessionMac(tx, session));
}

/** The fields in the order in which they are authenticated. */
export function sessionFields(session: DecidingFields): ProofFields {
  const { id, accountId, createdAt, lastSeenAt, provedAt, secondFactorAt, expiresAt } = session;
  return [id, accountId, createdAt, lastSeenAt, provedAt, secondFactorAt, expiresAt];
}
