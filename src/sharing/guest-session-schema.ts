import { z } from 'zod';

/** What a right code opens. The secret itself travels in a cookie. */
export const guestSessionSchema = z.object({
  /** Names the session; opens nothing without its cookie. */
  sessionId: z.uuid(),
  expiresAt: z.iso.datetime(),
});

/** What a right code opens. */
export type GuestSessionInfo = z.infer<typeof guestSessionSchema>;
