import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { z } from 'zod';
import { ApiProblem, callApi } from '@/platform/http/call-api';

/**
 * Options come from our own server, which a library of the same family made: only that they are an object is checked.
 */
const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(isObject);
const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>(isObject);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * Has the browser's authenticator prove a passkey.
 * @param optionsPath the route that makes the challenge
 * @throws ApiProblem when the person cancels, or this browser has no passkey for us
 */
export async function askPasskey(optionsPath: `/${string}`): Promise<AuthenticationResponseJSON> {
  const optionsJSON = await callApi('POST', optionsPath, requestOptions);
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return startAuthentication({ optionsJSON }).catch(explain);
}

/** Has the browser's authenticator make a passkey. @throws ApiProblem when the person cancels, or it is known already */
export async function makePasskey(): Promise<RegistrationResponseJSON> {
  const optionsJSON = await callApi('POST', '/api/accounts/passkeys/options', creationOptions);
  const { startRegistration } = await import('@simplewebauthn/browser');
  return startRegistration({ optionsJSON }).catch(explain);
}

/** Browsers do not say whether the person cancelled or has no passkey: both are NotAllowedError. */
function explain(error: unknown): never {
  const isKnown = error instanceof Error && error.name === 'InvalidStateError';
  throw new ApiProblem('passkey-not-given', (t) =>
    isKnown ? t('accounts.passkeys.madeBefore') : t('accounts.passkeys.notGiven'),
  );
}
