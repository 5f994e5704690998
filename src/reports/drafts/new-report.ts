import { z } from 'zod';

/** What is answered when a draft was begun. */
export const newReport = z.object({ reportId: z.uuid() });
