import { z } from 'zod';

/** The answer to a right code. The session's secret is in a cookie. */
export const guestSessionSchema = z.object({
  /** Identifies the session; useless without its cookie. */
  sessionId: z.uuid(),
  /** From now; not a moment, because the guest's clock may be wrong. */
  secondsLeft: z.number().int().positive(),
});

/** The answer to a right code. */
export type GuestSessionInfo = z.infer<typeof guestSessionSchema>;
