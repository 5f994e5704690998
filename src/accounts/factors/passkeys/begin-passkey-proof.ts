import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { database } from '@/platform/database/database';
import { readTransports } from './passkey-schema';
import { relyingParty } from './relying-party';
import { CHALLENGE_MS, newChallenge } from './webauthn-challenge';

/** What a browser passes to an authenticator for a log-in: it offers the passkeys it has for this site. */
export async function beginPasskeyLogIn() {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: await newChallenge({ purpose: 'LOG_IN', accountId: null }),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  });
}

/** What a browser passes to an authenticator so that the person of a session proves who they are. */
export async function beginPasskeyProof(accountId: string) {
  const passkeys = await database().passkey.findMany({ where: { accountId } });
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: await newChallenge({ purpose: 'PROVE', accountId }),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString('base64url'),
      transports: readTransports(transports),
    })),
  });
}
