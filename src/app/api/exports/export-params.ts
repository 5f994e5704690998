import { z } from 'zod';

/** The path of a route about one copy of a person’s records. */
export const exportParams = z.object({ exportId: z.uuid() });
