import { z } from 'zod';

/** Whether a guest's link can be used now; nothing about the report behind it. */
export const linkCheckSchema = z.object({
  outcome: z.enum([
    'ready',
    'unknown',
    'removed',
    'expired',
    'report-invalid',
    'issuer-compromised',
    'closed',
    'chain-unavailable',
    'wrong-chain',
  ]),
});

/** Whether a guest's link can be used now. `closed`: too many wrong codes. */
export type LinkCheck = z.infer<typeof linkCheckSchema>;
