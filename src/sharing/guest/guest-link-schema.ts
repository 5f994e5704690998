import { z } from 'zod';
import { GUEST_REFUSALS } from './guest-refusal';

/** Whether a guest's link can be used now; nothing about the report behind it. */
export const linkCheckSchema = z.object({
  outcome: z.enum(['ready', ...GUEST_REFUSALS]).exclude(['guest-session-over']),
});

/** Whether a guest's link can be used now. */
export type LinkCheck = z.infer<typeof linkCheckSchema>;
