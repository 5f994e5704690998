import { z } from 'zod';

/** What an authenticator app needs. */
export const totpEnrolment = z.object({
  /** `otpauth://totp/…`, for the QR code. */
  uri: z.string(),
  /** The secret in base32, for people who type it. */
  secret: z.string(),
});

export type TotpEnrolment = z.infer<typeof totpEnrolment>;
