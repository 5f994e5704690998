import { z } from 'zod';

/** The path of one request for access. */
export const requestParams = z.object({ requestId: z.uuid() });

/** The path of one report of a request. */
export const requestedReportParams = requestParams.extend({ reportId: z.uuid() });
