import { generateRegistrationOptions } from '@simplewebauthn/server';
import { parse } from 'uuid';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { ALGORITHMS } from './algorithms';
import { readTransports } from './passkey-schema';
import { relyingParty } from './relying-party';
import { CHALLENGE_MS, newChallenge } from './webauthn-challenge';

/** More would only be a way to fill the database. */
export const MAX_PASSKEYS = 20;

export function tooManyPasskeys(): AppError {
  return new AppError('wrong-state', {
    detail: (t) => t('accounts.factors.tooManyPasskeys', { most: String(MAX_PASSKEYS) }),
  });
}

/**
 * What a browser passes to an authenticator to make a passkey for this account (WebAuthn Level 3, 5.1): one that
 * it finds by itself at a log-in and that checks its user. Which maker built the authenticator is not asked.
 * @throws AppError proof-needed; wrong-state for an account with too many
 */
export async function beginPasskeyRegistration(actor: Actor) {
  await requireFreshProof(actor);
  const { accountId, email, displayName } = actor;
  const known = await database().passkey.findMany({ where: { accountId } });
  if (known.length >= MAX_PASSKEYS) throw tooManyPasskeys();
  const { name, id } = relyingParty();
  return generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userID: Uint8Array.from(parse(accountId)),
    userName: email,
    userDisplayName: displayName,
    challenge: await newChallenge({ purpose: 'REGISTER', accountId }),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: readTransports(transports),
    })),
  });
}
