import { z } from 'zod';

/** What a right code opens. The secret itself travels in a cookie. */
export const guestSessionSchema = z.object({
  /** Names the session; opens nothing without its cookie. */
  sessionId: z.uuid(),
  /** From now; not a moment, because the guest's clock may be wrong. */
  secondsLeft: z.number().int().positive(),
});

/** What a right code opens. */
export type GuestSessionInfo = z.infer<typeof guestSessionSchema>;
