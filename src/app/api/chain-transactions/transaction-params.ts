import { z } from 'zod';

/** The path of one transaction. */
export const transactionParams = z.object({ transactionId: z.uuid() });
