import { hkdfSync } from 'node:crypto';

/** What a row or a secret can be authenticated as. */
export type ProofPurpose =
  | 'token'
  | 'account'
  | 'account-token'
  | 'email-change'
  | 'passkey'
  | 'passkey-challenge'
  | 'backup-code'
  | 'totp'
  | 'factor-reset'
  | 'recovery-recipient'
  | 'wallet'
  | 'wallet-challenge'
  | 'wallet-recovery'
  | 'doctor-profile'
  | 'patient-profile'
  | 'profile-change'
  | 'retraction'
  | 'code'
  | 'session'
  | 'guest-session'
  | 'access-request'
  | 'asked-person'
  | 'violation'
  | 'violation-once'
  | 'emergency-access';

/** What a derived key is for; each purpose has a key of its own. */
export type KeyPurpose =
  | ProofPurpose
  | 'document'
  | 'metadata'
  | 'viewer-commitment'
  | 'viewer-email'
  | 'end-reason'
  | 'staged'
  | 'template'
  | 'blood-group'
  | 'person-text'
  | 'trail-event'
  | 'trail-head'
  | 'trail-salt'
  | 'trail-day';

/**
 * Derives the key for one purpose from a report's data key, a person's key or a key of the system: HKDF-SHA256
 * (RFC 5869). No salt, because these keys are uniformly random already (RFC 5869, 3.1).
 * @returns 32 bytes
 */
export function deriveKey(dataKey: Uint8Array, purpose: KeyPurpose): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', dataKey, '', `medanchor/v1/${purpose}`, 32));
}
