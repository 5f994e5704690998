import { randomBytes } from 'node:crypto';
import type { WebauthnPurpose } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { MINUTE_MS } from '@/platform/time/durations';
import { proofMac } from '@/vault/proof-mac';

/** As long as browsers wait by our options for a person to find their key. */
export const CHALLENGE_MS = 5 * MINUTE_MS;

/** What a challenge is for, and for whom; nobody yet for a log-in. */
interface ChallengeUse {
  purpose: WebauthnPurpose;
  accountId: string | null;
}

/** Makes a challenge of 256 random bits, and keeps its keyed hash. */
export async function newChallenge(use: ChallengeUse): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(32));
  const expiresAt = new Date((await databaseNow()).getTime() + CHALLENGE_MS);
  const hash = await hashOf(Buffer.from(challenge).toString('base64url'), use);
  await database().webauthnChallenge.create({ data: { hash, expiresAt, ...use } });
  return challenge;
}

/**
 * Takes the challenge that an answer names, before the answer is looked at: each gives one try.
 * @param challenge base64url, as the authenticator's client data carries it
 * @returns whether we made it for this use, it has not been taken before, and is not too old
 */
export async function takeChallenge(challenge: string, use: ChallengeUse): Promise<boolean> {
  const { count } = await database().webauthnChallenge.deleteMany({
    where: { hash: await hashOf(challenge, use), ...use, expiresAt: { gt: await databaseNow() } },
  });
  return count === 1;
}

/** Keyed: nobody who can write to the database makes one, or one of theirs good for another account or use. */
function hashOf(
  challenge: string,
  { purpose, accountId }: ChallengeUse,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(database(), 'passkey-challenge', [challenge, purpose, accountId]);
}
