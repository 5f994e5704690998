import { Secret, TOTP } from 'otpauth';
import type { TotpSecret } from '@/generated/prisma/client';
import { openUnderKeyring, sealUnderKeyring, type SealedSecret } from '@/vault/seal-under-keyring';

/** As long as the output of SHA-1 (RFC 4226, 4, R6). */
const SECRET_BYTES = 20;
/** RFC 6238, 5.2: the recommended time step. */
export const STEP_SECONDS = 30;
/** Accepted on each side of the present step, so that a phone whose clock is off by a minute still works. */
const ACCEPTED_STEPS = 2;
/** A code of so many steps away is right but for the phone's clock, and its owner is asked to set it. */
const RECOGNISED_STEPS = 20;

/** A new secret for an authenticator app, from the system's generator. */
export function newTotpSecret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Secret({ size: SECRET_BYTES }).bytes);
}

/** Seals a secret for the database. It opens for this account only. */
export function sealTotpSecret(accountId: string, secret: Uint8Array): SealedSecret {
  return sealUnderKeyring(secret, contextOf(accountId));
}

/** Opens the secret of a row. @throws Error when it was altered or moved to another account */
export function openTotpSecret(row: Pick<TotpSecret, 'accountId' | 'keyId' | 'sealed'>) {
  return openUnderKeyring(row, contextOf(row.accountId));
}

function contextOf(accountId: string): string {
  return `totp/${accountId}`;
}

/**
 * The generator that authenticator apps agree on: SHA-1, 6 digits, 30 s. Several apps ignore other parameters.
 * @param label the account as the app shows it
 */
export function totpOf(secret: Uint8Array<ArrayBuffer>, label = ''): TOTP {
  return new TOTP({
    issuer: 'MedAnchor',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: secret.buffer }),
  });
}

/** Whether a code is right now, and if so, which time step it belongs to. */
type TotpMatch =
  | { outcome: 'right'; step: bigint }
  | { outcome: 'wrong' }
  /** `isFuture`: the phone's clock is ahead, so that the code will be right. */
  | { outcome: 'clock-off'; isFuture: boolean };

/** Compares a code with those around a moment, in constant time each. */
export function matchTotp(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): TotpMatch {
  const timestamp = now.getTime();
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, timestamp, window: RECOGNISED_STEPS });
  if (delta === null) return { outcome: 'wrong' };
  if (Math.abs(delta) > ACCEPTED_STEPS) return { outcome: 'clock-off', isFuture: delta > 0 };
  return { outcome: 'right', step: BigInt(totp.counter({ timestamp }) + delta) };
}
