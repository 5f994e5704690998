import { z } from 'zod';

/** The path of a route about one file that a patient has brought. */
export const uploadParams = z.object({ uploadId: z.uuid() });
