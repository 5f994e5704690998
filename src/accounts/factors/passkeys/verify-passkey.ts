import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { stringify } from 'uuid';
import type { Passkey } from '@/generated/prisma/client';
import { isDoubted } from '@/accounts/freeze/is-doubted';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { isSameMac } from '@/vault/proof-mac';
import type { AuthenticationAnswer } from './passkey-schema';
import { passkeyMac } from './passkey-mac';
import { relyingParty } from './relying-party';
import { takeChallenge } from './webauthn-challenge';

/**
 * Checks that an answer was signed by a passkey of ours, for our challenge, on our site, after a check of its user.
 * @param accountId whose passkey it must be; null for a log-in, where the passkey says whose it is
 * @param device the browser that makes the request, for the owner's mail
 * @returns the passkey
 * @throws AppError passkey-refused, without saying why: an attacker must not learn whether a passkey is known
 */
export async function verifyPasskey(
  answer: AuthenticationAnswer,
  accountId: string | null,
  device: string | null,
): Promise<Passkey> {
  const credentialId = Uint8Array.from(Buffer.from(answer.id, 'base64url'));
  const passkey = await database().passkey.findUnique({
    where: { credentialId },
    include: { account: { select: { factorsDoubtedFrom: true } } },
  });
  if (passkey === null || (accountId !== null && passkey.accountId !== accountId)) {
    throw new AppError('passkey-refused');
  }
  if (!isSameMac(passkey.mac, await passkeyMac(database(), passkey))) {
    log().error({ passkey: passkey.id }, 'a passkey in the database was altered');
    throw new AppError('passkey-refused');
  }
  if (isDoubted(passkey.account, passkey.createdAt)) throw new AppError('passkey-refused');
  const { userHandle } = answer.response;
  if (userHandle !== undefined && accountOf(userHandle) !== passkey.accountId) {
    throw new AppError('passkey-refused');
  }
  const purpose = accountId === null ? 'LOG_IN' : 'PROVE';
  const counter = await verify(passkey, answer, (challenge) =>
    takeChallenge(challenge, { purpose, accountId }),
  );
  await countUse(passkey, counter, device);
  return passkey;
}

function accountOf(userHandle: string): string | null {
  try {
    return stringify(Buffer.from(userHandle, 'base64url'));
  } catch {
    return null;
  }
}

/** @returns the authenticator's new count of signatures */
async function verify(
  passkey: Passkey,
  answer: AuthenticationAnswer,
  expectedChallenge: (challenge: string) => Promise<boolean>,
): Promise<number> {
  const { id, origin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      // The count is compared below, where it is also kept.
      credential: { id: answer.id, publicKey: passkey.publicKey, counter: 0 },
      requireUserVerification: true,
    });
    if (verified) return authenticationInfo.newCounter;
  } catch (cause) {
    throw new AppError('passkey-refused', { cause });
  }
  throw new AppError('passkey-refused');
}

/**
 * Keeps the new count. An authenticator that counts and whose count has not grown has perhaps been copied
 * (WebAuthn Level 3, 6.1.1): it is refused, and the owner gets a mail.
 */
async function countUse(
  { id, accountId, counter, name }: Passkey,
  newCounter: number,
  device: string | null,
): Promise<void> {
  const counts = newCounter !== 0 || counter !== 0n;
  const { count } = await database().passkey.updateMany({
    where: { id, ...(counts ? { counter: { lt: newCounter } } : {}) },
    data: { counter: newCounter, lastUsedAt: await databaseNow() },
  });
  if (count === 1) return;
  await inTransaction((tx) =>
    queueSecurityNotice(tx, { accountId, device }, { kind: 'passkey-copied', name }, id),
  );
  throw new AppError('passkey-refused');
}
