import { z } from 'zod';

/** The path of one emergency access. */
export const accessParams = z.object({ accessId: z.uuid() });

/** The path of one report that it opens. */
export const accessedReportParams = accessParams.extend({ reportId: z.uuid() });
