import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction, isUniqueViolation } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { MAX_PASSKEYS, tooManyPasskeys } from './begin-passkey-registration';
import { recordFactorAdded } from '../record-factor-added';
import { writeTransports, type RegistrationAnswer } from './passkey-schema';
import { ALGORITHMS } from './algorithms';
import { passkeyMac } from './passkey-mac';
import { relyingParty } from './relying-party';
import { takeChallenge } from './webauthn-challenge';

/**
 * Keeps a passkey that an authenticator has made for this account. The account's other sessions end.
 * @throws AppError proof-needed; passkey-refused when the answer is not one to our challenge, comes from another
 * site or without a check of the user; conflict when the passkey is known already
 */
export async function finishPasskeyRegistration(
  actor: Actor,
  answer: RegistrationAnswer,
  name: string,
): Promise<void> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  const { credential, credentialBackedUp } = await verify(accountId, answer);
  try {
    await inTransaction(async (tx) => {
      // Begun several times at once, each with room left.
      const known = await tx.passkey.count({ where: { accountId } });
      if (known >= MAX_PASSKEYS) throw tooManyPasskeys();
      const passkey = {
        accountId,
        credentialId: Uint8Array.from(Buffer.from(credential.id, 'base64url')),
        publicKey: Uint8Array.from(credential.publicKey),
        createdAt: await databaseNow(tx),
      };
      await tx.passkey.create({
        data: {
          ...passkey,
          name,
          mac: await passkeyMac(tx, passkey),
          counter: credential.counter,
          transports: writeTransports(answer.response.transports),
          backedUp: credentialBackedUp,
        },
      });
      await recordFactorAdded(tx, actor, 'passkey');
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError('conflict', {
      detail: (t) => t('accounts.factors.passkeyKnown'),
      cause: error,
    });
  }
}

async function verify(accountId: string, answer: RegistrationAnswer) {
  const { id, origin } = relyingParty();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: (challenge) =>
        takeChallenge(challenge, { purpose: 'REGISTER', accountId }),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (registrationInfo !== undefined) return registrationInfo;
  } catch (cause) {
    throw new AppError('passkey-refused', { cause });
  }
  throw new AppError('passkey-refused');
}
