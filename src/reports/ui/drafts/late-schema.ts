import type { z } from 'zod';
import { ApiProblem } from '@/platform/http/call-api';

/** A form's schema, and with it zod, which come after the page. */
export interface LateSchema {
  /** Null while it is not there. */
  present: () => z.ZodType | null;
  /** Loads it once. @throws ApiProblem (`offline`) when it cannot be loaded; the next call tries again */
  load: () => Promise<void>;
}

/** @param loadSchema loads the schema of the complete form */
export function lateSchema(loadSchema: () => Promise<z.ZodType>): LateSchema {
  let present: z.ZodType | null = null;
  return {
    present: () => present,
    load: async () => {
      if (present !== null) return;
      present = await loadSchema().catch(() => {
        throw new ApiProblem('offline', (t) => t('platform.callApi.offline'));
      });
    },
  };
}
