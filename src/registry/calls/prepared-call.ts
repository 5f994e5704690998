import { z } from 'zod';
import { callRequestSchema } from '@/registry/wallet/send-call';

/** A call as the browser hands it to the wallet. */
export const preparedCallSchema = z.object({
  /** The only account for which it works, EIP-55. */
  sender: z.string(),
  request: callRequestSchema,
});

/** A call as the browser hands it to the wallet. */
export type PreparedCall = z.infer<typeof preparedCallSchema>;
