import { z } from 'zod';

/** The path of one recovery. */
export const recoveryParams = z.object({ recoveryId: z.uuid() });
