import { z } from 'zod';

/** What an account can prove a second factor with. */
export const ownFactors = z.object({
  passkeys: z.number().int(),
  totp: z.boolean(),
  /** Unused ones. */
  backupCodes: z.number().int(),
});

export type OwnFactors = z.infer<typeof ownFactors>;
