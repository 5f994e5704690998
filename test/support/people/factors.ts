import { Secret, TOTP } from 'otpauth';
import WebAuthnEmulator from 'nid-webauthn-emulator';
import { confirmTotp } from '@/accounts/factors/totp/confirm-totp';
import { beginTotp } from '@/accounts/factors/totp/begin-totp';
import { beginPasskeyRegistration } from '@/accounts/factors/passkeys/begin-passkey-registration';
import { finishPasskeyRegistration } from '@/accounts/factors/passkeys/finish-passkey-registration';
import { registrationAnswer } from '@/accounts/factors/passkeys/passkey-schema';
import { env } from '@/platform/env';
import { SECOND_MS } from '@/platform/time/durations';
import type { Person } from './factories';

/** The origin from which a browser with our page speaks to an authenticator. */
export function ourOrigin(): string {
  return new URL(env().APP_URL).origin;
}

/** An authenticator app with a secret; `at` shifts its clock by time steps of 30 s. */
export interface AuthenticatorApp {
  codeAt: (steps: number) => string;
}

/** Sets an authenticator app up, by the code of the step before, so that the present ones are still unused. */
export async function setUpTotp({ actor }: Person): Promise<AuthenticatorApp> {
  const { secret } = await beginTotp(actor);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (steps: number) =>
    totp.generate({ timestamp: Date.now() + steps * 30 * SECOND_MS });
  await confirmTotp(actor, codeAt(-1), null);
  return { codeAt };
}

/** Makes a passkey with an authenticator of its own. */
export async function setUpPasskey({ actor }: Person, name = 'Phone'): Promise<WebAuthnEmulator> {
  const emulator = new WebAuthnEmulator();
  const options = await beginPasskeyRegistration(actor);
  const answer = registrationAnswer.parse(emulator.createJSON(ourOrigin(), options));
  await finishPasskeyRegistration(actor, answer, name);
  return emulator;
}
