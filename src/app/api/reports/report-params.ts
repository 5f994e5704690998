import { z } from 'zod';

/** The path of one report. */
export const reportParams = z.object({ reportId: z.uuid() });
